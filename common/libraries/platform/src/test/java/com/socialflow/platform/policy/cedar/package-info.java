@NullMarked
package com.socialflow.platform.policy.cedar;

import org.jspecify.annotations.NullMarked;
