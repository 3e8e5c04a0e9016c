/** Removes stored objects that nothing needs any more, however often this process is killed meanwhile. */
@NullMarked
package com.socialflow.video.disposal;

import org.jspecify.annotations.NullMarked;
