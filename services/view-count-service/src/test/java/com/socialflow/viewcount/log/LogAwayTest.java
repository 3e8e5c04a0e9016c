package com.socialflow.viewcount.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.viewcount.ViewCountServiceTest;
import java.time.Duration;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Beacons while the log does not answer. */
class LogAwayTest extends ViewCountServiceTest {

    private static final String BEACON = "{\"session\":\"log-away-1\",\"intervals\":[[0,10]]}";

    @Autowired
    private BeaconLog log;

    @Test
    void nothingIsTakenThatKafkaHasNot() {
        var path = "/api/v1/videos/" + video(alice, Duration.ofMinutes(1)) + "/views";
        eventually("the log answers", () -> http.post(path, null, BEACON).status() == 202);
        var shown = "{\"session\":\"log-away-1\",\"impressions\":[{\"video\":\"%s\",\"id\":\"12345678\"}]}"
                .formatted(video(bob, Duration.ofMinutes(1)));

        log.stop();
        var refused = http.post(path, null, BEACON);
        var refusedToo = http.post("/api/v1/impressions", null, shown);
        log.start();
        log.ready();

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("temporarily-unavailable");
        assertThat(refused.header("Retry-After")).contains("5");
        assertThat(refusedToo.status()).isEqualTo(503);
        assertThat(refusedToo.header("Retry-After")).contains("5");
        eventually("the log answers again", () -> http.post(path, null, BEACON).status() == 202);
    }

    @Test
    void oneEntryThatIsNotKeptFailsAll() {
        var word = new Acknowledgement(2);
        word.onCompletion(null, null);
        word.onCompletion(null, new TimeoutException("away"));

        assertThat(word.failed()).isTrue();
        assertThat(word.await(Duration.ofSeconds(1))).isFalse();
    }

    @Test
    void nobodyWaitsForKafkaForEver() {
        var word = new Acknowledgement(1);

        assertThat(word.await(Duration.ofMillis(10))).isFalse();
        assertThat(word.failed()).isFalse();
    }
}
