@NullMarked
package com.socialflow.platform.policy;

import org.jspecify.annotations.NullMarked;
