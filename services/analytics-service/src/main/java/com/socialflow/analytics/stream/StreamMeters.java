package com.socialflow.analytics.stream;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/** The few of Flink's metrics that an operator of this program looks at, among the program's own. */
final class StreamMeters implements MetricReporter {

    private static final String ROOT = "socialflow.analytics.stream.";

    /** By the names that Flink and the job give them. */
    private static final Map<String, String> NAMES = Map.of(
            "late", "late",
            "malformed", "malformed",
            "pendingRecords", "waiting",
            "lastCheckpointDuration", "checkpoint.millis",
            "numberOfCompletedCheckpoints", "checkpoints.completed",
            "numberOfFailedCheckpoints", "checkpoints.failed",
            "numRestarts", "restarts");

    private final Map<Metric, Meter> meters = new ConcurrentHashMap<>();

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        var known = NAMES.get(name);
        if (known != null) {
            meter(metric, ROOT + known, tags(group)).ifPresent(meter -> meters.put(metric, meter));
        }
    }

    private static Tags tags(MetricGroup group) {
        var of = group.getAllVariables();
        return Tags.of("step", of.getOrDefault("<operator_name>", ""), "task", of.getOrDefault("<subtask_index>", ""));
    }

    private static Optional<Meter> meter(Metric metric, String name, Tags tags) {
        if (metric instanceof Counter counter) {
            return Optional.of(FunctionCounter.builder(name, counter, Counter::getCount)
                    .tags(tags)
                    .register(Metrics.globalRegistry));
        }
        if (metric instanceof org.apache.flink.metrics.Gauge<?> gauge) {
            return Optional.of(Gauge.builder(name, gauge, StreamMeters::number)
                    .tags(tags)
                    .strongReference(true)
                    .register(Metrics.globalRegistry));
        }
        return Optional.empty();
    }

    private static double number(org.apache.flink.metrics.Gauge<?> gauge) {
        return gauge.getValue() instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        var meter = meters.remove(metric);
        if (meter != null) {
            Metrics.globalRegistry.remove(meter);
        }
    }

    @Override
    public void close() {
        meters.values().forEach(Metrics.globalRegistry::remove);
        meters.clear();
    }
}
