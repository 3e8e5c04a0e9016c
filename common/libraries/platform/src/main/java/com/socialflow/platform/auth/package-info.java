/** Who calls: access tokens, the cookies of browsers, and the keys behind both. */
@NullMarked
package com.socialflow.platform.auth;

import org.jspecify.annotations.NullMarked;
