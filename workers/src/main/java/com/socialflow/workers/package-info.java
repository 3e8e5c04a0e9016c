/** Turns uploaded sources into renditions, and knows nothing of who uploaded them. */
@NullMarked
package com.socialflow.workers;

import org.jspecify.annotations.NullMarked;
