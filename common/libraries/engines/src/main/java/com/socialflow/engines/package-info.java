/**
 * The engines that the program brings along: PostgreSQL, Redis and Kafka under one data directory, started, watched,
 * started again when they die, and stopped with the program.
 */
@NullMarked
package com.socialflow.engines;

import org.jspecify.annotations.NullMarked;
