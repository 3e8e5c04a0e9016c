package com.socialflow.analytics.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The logs' topics, which the service that writes them makes. Flink's source would fail again and again until they are
 * there.
 */
final class LogTopic {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private LogTopic() {}

    /** Waits until all are there, however long that takes. */
    static void await(String kafka, List<String> topics) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            while (!exist(admin, topics)) {
                Thread.sleep(PAUSE);
            }
        }
    }

    private static boolean exist(Admin admin, List<String> topics) throws InterruptedException, ExecutionException {
        try {
            admin.describeTopics(topics).allTopicNames().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }
}
