/** Finds people by the beginning of a name, for mentions while they are typed. */
@NullMarked
package com.socialflow.social.search;

import org.jspecify.annotations.NullMarked;
