package com.socialflow.viewcount.counts;

import static com.socialflow.viewcount.WrittenLog.beacon;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.platform.EngineAddresses;
import com.socialflow.platform.InstanceName;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.testkit.TestEngines;
import com.socialflow.viewcount.ViewCountServiceTest;
import com.socialflow.viewcount.WrittenLog;
import com.socialflow.views.Beacon;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Two processes of one group share the log; partitions go from one to the other while beacons come. */
@Timeout(60)
class TwoReadersTest extends ViewCountServiceTest {

    private static final int SESSIONS = 1_500;
    private static final String NAME = "another-process";

    @Autowired
    private EngineAddresses engines;

    @Autowired
    private Places places;

    @Autowired
    private Counting counting;

    @Autowired
    private CountMetrics metrics;

    @Autowired
    private OpenCounts open;

    private WrittenLog log;
    private Admin admin;
    private VideoId video;

    @BeforeEach
    void openTheLog() {
        log = new WrittenLog();
        admin = Admin.create(Map.<String, Object>of("bootstrap.servers", TestEngines.kafka()));
        video = video(alice, Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        admin.close();
        log.close();
    }

    @Test
    void eachViewIsCountedOnceWhilePartitionsChangeHands() throws Exception {
        write(0);
        var another = reader();
        write(1);
        eventually("both have partitions", () -> members() == 2);
        write(2);
        // Killed and started again: it has the same name, and its partitions at once.
        another.stop();
        another = reader();
        write(3);
        eventually("both have partitions", () -> members() == 2);
        write(4);
        another.stop();
        // As when it does not come back, without the wait.
        var gone = new RemoveMembersFromConsumerGroupOptions(List.of(new MemberToRemove(LogReader.GROUP + "-" + NAME)));
        admin.removeMembersFromConsumerGroup(LogReader.GROUP, gone).all().get();
        write(5);

        eventually("all are counted", () -> raw() >= 6 * SESSIONS);
        // What came twice does no harm, and nothing comes that would be too much.
        write(5);
        log.write(one("the-last"));
        eventually("the last is counted", () -> raw() >= 6 * SESSIONS + 1);
        assertThat(raw()).isEqualTo(6 * SESSIONS + 1);
    }

    private Recurring reader() {
        var recurring = new Recurring();
        new LogReader(engines, new InstanceName(NAME), places, counting, metrics, recurring);
        recurring.start();
        return recurring;
    }

    private void write(int turn) {
        log.write(IntStream.range(turn * SESSIONS, (turn + 1) * SESSIONS)
                .mapToObj(session -> one("session-" + session))
                .toArray(Beacon[]::new));
    }

    private Beacon one(String session) {
        return beacon(video, video + session, clock.millis(), 12);
    }

    private long raw() {
        return Objects.requireNonNull(open.of(List.of(video)).videos().get(video))
                .since(0)
                .rawViews();
    }

    /** Those that have any. */
    private long members() {
        try {
            var group = admin.describeConsumerGroups(List.of(LogReader.GROUP))
                    .describedGroups()
                    .get(LogReader.GROUP);
            return Objects.requireNonNull(group).get().members().stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
