package com.socialflow.analytics.stream;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** How Flink finds {@link StreamMeters}: by a file of services. */
public final class StreamMetersFactory implements MetricReporterFactory {

    static final String NAME = "socialflow";

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        return new StreamMeters();
    }
}
