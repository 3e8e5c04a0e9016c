@NullMarked
package com.socialflow.platform.limits;

import org.jspecify.annotations.NullMarked;
