@NullMarked
package com.socialflow.video.playback;

import org.jspecify.annotations.NullMarked;
