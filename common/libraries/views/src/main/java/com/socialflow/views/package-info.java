/** What a view is (docs/VIEW_RULE.md): pure functions of beacons, alike for counters, stream, batch and simulation. */
@NullMarked
package com.socialflow.views;

import org.jspecify.annotations.NullMarked;
