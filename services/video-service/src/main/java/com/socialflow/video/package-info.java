/** Owns videos: what people say of them, their sources, the state of their making, and how they are played. */
@NullMarked
package com.socialflow.video;

import org.jspecify.annotations.NullMarked;
