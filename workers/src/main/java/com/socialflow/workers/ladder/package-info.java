/** Decides what is made of a source: sizes, rates, and where it is cut. Pure arithmetic. */
@NullMarked
package com.socialflow.workers.ladder;

import org.jspecify.annotations.NullMarked;
