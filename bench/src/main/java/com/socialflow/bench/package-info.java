/**
 * Measures the program from outside, beside the peers that its goals name. Runs from source: no dependency, no build.
 */
@NullMarked
package com.socialflow.bench;

import org.jspecify.annotations.NullMarked;
