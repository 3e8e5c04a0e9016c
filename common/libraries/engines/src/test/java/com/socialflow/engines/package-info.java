/** Real engines, killed for real. */
@NullMarked
package com.socialflow.engines;

import org.jspecify.annotations.NullMarked;
