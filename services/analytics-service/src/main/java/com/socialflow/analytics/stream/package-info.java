/**
 * The job inside this program: a small Flink of its own, started when requests are served, restored from the newest
 * checkpoint.
 */
@NullMarked
package com.socialflow.analytics.stream;

import org.jspecify.annotations.NullMarked;
