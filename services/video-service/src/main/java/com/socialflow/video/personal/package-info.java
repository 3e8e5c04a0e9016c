/** What a person may ask of the video service: everything that it knows of him or her, and its erasure. */
@NullMarked
package com.socialflow.video.personal;

import org.jspecify.annotations.NullMarked;
