/** Email addresses: proving that they are somebody's, and changing them. */
@NullMarked
package com.socialflow.user.emails;

import org.jspecify.annotations.NullMarked;
