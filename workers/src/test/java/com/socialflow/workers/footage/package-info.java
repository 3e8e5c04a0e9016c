/** Sources and renditions for tests, made and read by ffmpeg itself. */
@NullMarked
package com.socialflow.workers.footage;

import org.jspecify.annotations.NullMarked;
