/** Personal access tokens: what people make for programs of their own. */
@NullMarked
package com.socialflow.user.tokens;

import org.jspecify.annotations.NullMarked;
