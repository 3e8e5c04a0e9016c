/** Metrics, traces and health. */
@NullMarked
package com.socialflow.platform.monitoring;

import org.jspecify.annotations.NullMarked;
