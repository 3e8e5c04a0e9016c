/** Where players find what workers made, and who may fetch it. */
@NullMarked
package com.socialflow.video.playback;

import org.jspecify.annotations.NullMarked;
