/** Brings ffmpeg along, and runs it so that no input can make it harm the machine or outlive the program. */
@NullMarked
package com.socialflow.workers.ffmpeg;

import org.jspecify.annotations.NullMarked;
