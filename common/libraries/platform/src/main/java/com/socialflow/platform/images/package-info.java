/** Images: taken in as anything, made anew as something harmless, stored, served and removed. */
@NullMarked
package com.socialflow.platform.images;

import org.jspecify.annotations.NullMarked;
