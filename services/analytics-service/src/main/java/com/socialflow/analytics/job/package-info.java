/**
 * The stream job: beacons from Kafka become cells in PostgreSQL. Free of Spring, so that a Flink cluster runs it too.
 */
@NullMarked
package com.socialflow.analytics.job;

import org.jspecify.annotations.NullMarked;
