/** Who is let in: open to all, with an invitation, after approval, or not at present. */
@NullMarked
package com.socialflow.user.registration;

import org.jspecify.annotations.NullMarked;
