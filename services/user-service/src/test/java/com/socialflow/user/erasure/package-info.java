@NullMarked
package com.socialflow.user.erasure;

import org.jspecify.annotations.NullMarked;
