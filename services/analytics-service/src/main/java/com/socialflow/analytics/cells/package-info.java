/** Cells: what is counted of one video in one piece of time, and their arithmetic. Plain Java, for stream and batch. */
@NullMarked
package com.socialflow.analytics.cells;

import org.jspecify.annotations.NullMarked;
