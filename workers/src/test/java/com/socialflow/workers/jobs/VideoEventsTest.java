package com.socialflow.workers.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.socialflow.core.Ids;
import com.socialflow.core.VideoId;
import com.socialflow.platform.PlatformConfiguration;
import com.socialflow.platform.database.ServiceSchema;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.video.v1.VideoDeleted;
import com.socialflow.proto.video.v1.VideoUploaded;
import com.socialflow.testkit.TestEngines;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What the video service tells arrives over a real Kafka. */
@Tag("engines")
@SpringBootTest(
        classes = {PlatformConfiguration.class, QueueConfiguration.class, VideoEventsTest.Surroundings.class},
        properties = "socialflow.redis.url=redis://localhost:1")
class VideoEventsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(WorkSettings.class)
    static class Surroundings {

        @Bean
        static ServiceSchema workersSchema() {
            return new ServiceSchema("workers");
        }

        /** As far as its outbox goes. */
        @Bean
        static ServiceSchema videoSchema() {
            return new ServiceSchema("video");
        }
    }

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry properties) {
        QueueTest.engines(properties);
        properties.add("socialflow.kafka.bootstrap", TestEngines::kafka);
    }

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JobStore jobs;

    @Autowired
    Ids ids;

    @Test
    void anUploadBecomesAJobAndADeletionEndsIt() {
        var video = new VideoId(ids.next());
        var uploaded = VideoUploaded.newBuilder()
                .setVideo(video.value())
                .setGeneration(1)
                .setObjectKey("originals/a")
                .setSizeBytes(5)
                .build();
        transactions.executeWithoutResult(_ -> outbox.append(uploaded));
        await().atMost(SOON).until(() -> jobs.find(video, 1).filter(Job::active).isPresent());
        assertThat(jobs.find(video, 1).orElseThrow().sourceKey()).isEqualTo("originals/a");

        var deleted = VideoDeleted.newBuilder().setVideo(video.value()).build();
        transactions.executeWithoutResult(_ -> outbox.append(deleted));

        await().atMost(SOON).until(() -> jobs.find(video, 1).orElseThrow().state() == JobState.CANCELLED);
    }
}
