/** Reads fragmented MP4 as ffmpeg writes it, and cuts it into CMAF segments on one continuous timeline. */
@NullMarked
package com.socialflow.workers.cmaf;

import org.jspecify.annotations.NullMarked;
