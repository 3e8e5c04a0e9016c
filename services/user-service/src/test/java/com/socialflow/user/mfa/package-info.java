@NullMarked
package com.socialflow.user.mfa;

import org.jspecify.annotations.NullMarked;
