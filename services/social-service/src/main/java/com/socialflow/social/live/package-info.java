/** Tells people at once what happened: one stream of events a person, on whatever process it was opened. */
@NullMarked
package com.socialflow.social.live;

import org.jspecify.annotations.NullMarked;
