/** Letters that tell people what they missed, for other services. */
@NullMarked
package com.socialflow.user.digests;

import org.jspecify.annotations.NullMarked;
