@NullMarked
package com.socialflow.workers.ffmpeg;

import org.jspecify.annotations.NullMarked;
