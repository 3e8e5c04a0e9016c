@NullMarked
package com.socialflow.user.tokens;

import org.jspecify.annotations.NullMarked;
