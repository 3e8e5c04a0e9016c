/** Sign-ins: how they begin, go on and end. */
@NullMarked
package com.socialflow.user.sessions;

import org.jspecify.annotations.NullMarked;
