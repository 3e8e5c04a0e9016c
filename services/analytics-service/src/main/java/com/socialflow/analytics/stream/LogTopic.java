package com.socialflow.analytics.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The log's topic, which the service that writes it makes. Flink's source would fail again and again until it is
 * there.
 */
final class LogTopic {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private LogTopic() {}

    /** Waits until it is there, however long that takes. */
    static void await(String kafka, String topic) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            while (!exists(admin, topic)) {
                Thread.sleep(PAUSE);
            }
        }
    }

    private static boolean exists(Admin admin, String topic) throws InterruptedException, ExecutionException {
        try {
            admin.describeTopics(List.of(topic)).allTopicNames().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }
}
