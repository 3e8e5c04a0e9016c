/** What guards an account, in one view. */
@NullMarked
package com.socialflow.user.security;

import org.jspecify.annotations.NullMarked;
