/** Signing in with other providers of identities (OpenID Connect), and who is who there. */
@NullMarked
package com.socialflow.user.federation;

import org.jspecify.annotations.NullMarked;
