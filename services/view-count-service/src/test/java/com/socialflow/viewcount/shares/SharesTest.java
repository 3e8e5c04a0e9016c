package com.socialflow.viewcount.shares;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.socialflow.core.VideoId;
import com.socialflow.proto.viewcount.v1.VideoShared;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import com.socialflow.viewcount.ViewCountServiceTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a share that a page tells of. */
class SharesTest extends ViewCountServiceTest {

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Autowired
    private ShareSweep sweep;

    private VideoId video = new VideoId(0);

    @Autowired
    private DataSource database;

    @SuppressWarnings("NullAway.Init") // before each test
    private Connection turn;

    /** Whoever holds the relay's turn finds everything in the outbox that was told. */
    @BeforeEach
    void aVideo() throws SQLException {
        video = video(alice, Duration.ofMinutes(1));
        turn = database.getConnection();
        turn.setAutoCommit(false);
        try (var lock = turn.prepareStatement("SELECT id FROM view_count.outbox_turn WHERE id = 1 FOR UPDATE")) {
            lock.executeQuery();
        }
    }

    @AfterEach
    void endTheTurn() throws SQLException {
        turn.rollback();
        turn.close();
    }

    private Answer share(@Nullable Person who, String session, String way) {
        return shareWith(BROWSER, who, session, way);
    }

    private Answer shareWith(String agent, @Nullable Person who, String session, String way, String... headers) {
        var body = "{\"session\":\"%s\",\"way\":\"%s\"}".formatted(session, way);
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "User-Agent";
        all[headers.length + 1] = agent;
        return http.post("/api/v1/videos/" + video + "/shares", who, body, all);
    }

    private static String visit() {
        return UUID.randomUUID().toString();
    }

    /** How those shares were made that count. */
    private List<String> counted() {
        return jdbc.sql("SELECT payload FROM view_count.outbox WHERE ordering_key = ? ORDER BY event_id")
                .param(video.value())
                .query((row, _) -> {
                    try {
                        return VideoShared.parseFrom(row.getBytes(1)).getWay();
                    } catch (InvalidProtocolBufferException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .list();
    }

    private long sharers() {
        return jdbc.sql("SELECT count(*) FROM view_count.share WHERE video_id = ?")
                .param(video.value())
                .query(Long.class)
                .single();
    }

    @Test
    void everybodyCountsOnceADayHoweverOftenItIsTold() {
        assertThat(share(bob, visit(), "link").status()).isEqualTo(202);
        assertThat(share(bob, visit(), "embed").status()).isEqualTo(202);
        assertThat(share(null, visit(), "device").status()).isEqualTo(202);
        assertThat(shareWith("another", null, visit(), "link").status()).isEqualTo(202);
        assertThat(sharers()).isEqualTo(3);

        clock.advance(Duration.ofDays(1));
        assertThat(share(bob, visit(), "link").status()).isEqualTo(202);
        assertThat(sharers()).isEqualTo(4);

        sweep.run();
        assertThat(sharers()).isEqualTo(1);
    }

    @Test
    void whoeverOptedOutCountsOnceAVisitAndLeavesNothingElse() {
        var visit = visit();
        shareWith(BROWSER, bob, visit, "link", "Sec-GPC", "1");
        shareWith(BROWSER, bob, visit, "link", "Sec-GPC", "1");
        shareWith(BROWSER, bob, visit(), "link", "Sec-GPC", "1");

        assertThat(sharers()).isEqualTo(2);
    }

    @Test
    void neitherTheOwnerNorAProgramCounts() {
        assertThat(share(alice, visit(), "link").status()).isEqualTo(202);
        assertThat(shareWith("Googlebot/2.1", null, visit(), "link").status()).isEqualTo(202);

        assertThat(sharers()).isZero();
    }

    @Test
    void aNetworkCountsForSoManyAnHour() {
        for (var i = 0; i < Shares.OF_NETWORK.tries() + 5; i++) {
            assertThat(shareWith(BROWSER, null, visit(), "link", "Sec-GPC", "1").status())
                    .isEqualTo(202);
        }

        assertThat(sharers()).isEqualTo(Shares.OF_NETWORK.tries());
    }

    @Test
    void eachThatCountsIsToldOfOnce() {
        var visit = visit();
        share(bob, visit, "embed");
        share(bob, visit, "embed");
        share(alice, visit(), "link");

        assertThat(counted()).containsExactly("embed");
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThat(share(bob, "short", "link").status()).isEqualTo(422);
        assertThat(share(bob, visit(), "pigeon").status()).isEqualTo(422);
        assertThat(http.post("/api/v1/videos/" + video + "/shares", bob, "[]").status())
                .isEqualTo(400);
        shelf.put(video, alice.account(), Duration.ofMinutes(1), "private");
        assertThat(share(bob, visit(), "link").status()).isEqualTo(404);
        video = new VideoId(ids.next());
        assertThat(share(bob, visit(), "link").status()).isEqualTo(404);
    }
}
