/** Whose a video is, and how long, as far as analytics must know. */
@NullMarked
package com.socialflow.analytics.videos;

import org.jspecify.annotations.NullMarked;
