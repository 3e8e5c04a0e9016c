/** What counting needs to know of videos. */
@NullMarked
package com.socialflow.viewcount.videos;

import org.jspecify.annotations.NullMarked;
