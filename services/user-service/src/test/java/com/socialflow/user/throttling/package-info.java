@NullMarked
package com.socialflow.user.throttling;

import org.jspecify.annotations.NullMarked;
