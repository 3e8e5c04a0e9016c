package com.socialflow.platform;

/**
 * Names this process among all that share the engines, the same after a restart and never that of two at once: Kafka
 * gives a restarted member its partitions back at once by it.
 */
public record InstanceName(String value) {}
