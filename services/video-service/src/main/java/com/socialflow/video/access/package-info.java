/** Who may do what to a video, as the policies say. */
@NullMarked
package com.socialflow.video.access;

import org.jspecify.annotations.NullMarked;
