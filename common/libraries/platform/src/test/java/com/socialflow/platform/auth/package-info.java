@NullMarked
package com.socialflow.platform.auth;

import org.jspecify.annotations.NullMarked;
