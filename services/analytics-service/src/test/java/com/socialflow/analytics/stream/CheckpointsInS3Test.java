package com.socialflow.analytics.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.platform.storage.StorageSettings;
import com.socialflow.testkit.TestS3;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

@Tag("engines")
class CheckpointsInS3Test {

    @Test
    void theStreamLeavesItsStateInABucketAndGoesOnFromThere() throws Exception {
        var stream = new TestStream("views-s3");
        var log = Plays.of(6, 700, 30);
        var half = log.size() / 2;
        var s3 = new StorageSettings.S3(
                TestS3.BUCKET,
                "us-east-1",
                TestS3.ofThisJvm().endpoint(),
                "",
                TestS3.ACCESS_KEY,
                TestS3.SECRET_KEY,
                true,
                DataSize.ofMegabytes(16),
                Duration.ofMinutes(2));
        var place = new StreamPlace(stream.directory(), "s3://%s/checkpoints".formatted(TestS3.BUCKET), s3);
        try (var _ = RunningStream.start(stream.settings(1), place)) {
            stream.write(log.subList(0, half));
            stream.awaitCellsOf(log.subList(0, half));
        }
        assertThat(new Checkpoints(place.checkpoints()).complete()).isNotEmpty();

        try (var _ = RunningStream.start(stream.settings(1), place)) {
            stream.write(log.subList(half, log.size()));
            stream.awaitCellsOf(log);
        }
    }
}
