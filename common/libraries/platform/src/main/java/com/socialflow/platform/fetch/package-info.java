/** Asks servers of strangers: nowhere else, no longer and for no more than was meant. */
@NullMarked
package com.socialflow.platform.fetch;

import org.jspecify.annotations.NullMarked;
