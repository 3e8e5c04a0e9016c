/** Counts days anew from the archive, by the code that the stream counts with, and compares. */
@NullMarked
package com.socialflow.analytics.batch;

import org.jspecify.annotations.NullMarked;
