/** People and bots by seed, for tests, simulations and measurements: what comes of the same seed is the same. */
@NullMarked
package com.socialflow.views.population;

import org.jspecify.annotations.NullMarked;
