/** What somebody may try against the doors of this service. */
@NullMarked
package com.socialflow.user.attacks;

import org.jspecify.annotations.NullMarked;
