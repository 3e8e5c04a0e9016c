/** Programs of other people: who they are, what people let them do, and the tokens for it (OAuth 2, OpenID Connect). */
@NullMarked
package com.socialflow.user.oauth;

import org.jspecify.annotations.NullMarked;
