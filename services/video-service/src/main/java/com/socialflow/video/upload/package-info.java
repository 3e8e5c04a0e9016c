/** How a source's bytes come in: tus 1.0.0 and one streamed PUT, never a whole file in memory. */
@NullMarked
package com.socialflow.video.upload;

import org.jspecify.annotations.NullMarked;
