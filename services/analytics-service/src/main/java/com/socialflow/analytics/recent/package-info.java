/** Plays that begin now, by second. */
@NullMarked
package com.socialflow.analytics.recent;

import org.jspecify.annotations.NullMarked;
