/** Turns a source into renditions, a poster and a storyboard, handing over every segment as soon as it is made. */
@NullMarked
package com.socialflow.workers.encode;

import org.jspecify.annotations.NullMarked;
