/** What a view is (docs/VIEW_RULE.md): pure functions of beacons, the same for counters, stream, batch and simulation. */
@NullMarked
package com.socialflow.views;

import org.jspecify.annotations.NullMarked;
