package com.socialflow.social.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.platform.auth.RevokedSessions;
import com.socialflow.social.SocialServiceTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class LiveStreamApiTest extends SocialServiceTest {

    @Autowired
    private LiveStreams streams;

    @Autowired
    private RevokedSessions revoked;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void tellsThePersonAndNobodyElse() throws IOException {
        try (var hers = EventReader.open(http, alice);
                var his = EventReader.open(http, bob)) {
            assertThat(hers.next().name()).isEqualTo("ready");
            assertThat(his.next().name()).isEqualTo("ready");

            streams.send(Set.of(alice.account()), new LiveEvent("notification", Map.of("n", 1)));
            streams.send(Set.of(alice.account(), bob.account()), new LiveEvent("home", Map.of("n", 2)));

            assertThat(hers.next().data()).isEqualTo("{\"n\":1}");
            assertThat(hers.next().name()).isEqualTo("home");
            assertThat(his.next().data()).isEqualTo("{\"n\":2}");
        }
    }

    @Test
    void goesOnWithoutLossOrRepetition() throws IOException {
        String last;
        try (var first = EventReader.open(http, alice)) {
            first.next();
            send(1);
            last = first.next().id();
        }
        send(2);
        send(3);
        try (var second = EventReader.open(http, alice, "Last-Event-ID", last)) {
            assertThat(second.next().data()).isEqualTo("{\"n\":2}");
            assertThat(second.next().data()).isEqualTo("{\"n\":3}");
            send(4);
            assertThat(second.next().data()).isEqualTo("{\"n\":4}");
        }
    }

    @Test
    void asksToLoadAgainWhenTooMuchWasMissed() throws IOException {
        String last;
        try (var first = EventReader.open(http, alice)) {
            last = first.next().id();
        }
        for (int n = 0; n <= Backlog.EVENTS_MAX; n++) {
            send(n);
        }
        try (var second = EventReader.open(http, alice, "Last-Event-ID", last)) {
            assertThat(second.next().name()).isEqualTo("reset");
            send(1_000);
            assertThat(second.next().data()).isEqualTo("{\"n\":1000}");
        }
    }

    @Test
    void answersIdsThatItNeverGaveWithAReset() throws IOException {
        for (var id : List.of("9223372036854775807", "-1", "abc", "1; DROP", "99999999999999999999999")) {
            try (var stream = EventReader.open(http, alice, "Last-Event-ID", id)) {
                assertThat(stream.next().name()).as(id).isEqualTo("reset");
                send(5);
                assertThat(stream.next().data()).as(id).isEqualTo("{\"n\":5}");
            }
        }
    }

    @Test
    void sendsAfterTheCommitAndNotAfterARollback() throws IOException {
        try (var stream = EventReader.open(http, alice)) {
            stream.next();
            transactions.executeWithoutResult(status -> {
                send(1);
                status.setRollbackOnly();
            });
            transactions.executeWithoutResult(_ -> send(2));

            assertThat(stream.next().data()).isEqualTo("{\"n\":2}");
        }
    }

    @Test
    void endsWithTheSession() throws IOException {
        try (var stream = EventReader.open(http, alice)) {
            stream.next();

            revoked.revoke("session-" + alice.account());

            assertThat(stream.ends()).isTrue();
        }
    }

    @Test
    void isForPeopleWhoAreSignedInAndNotForTooManyTabs() throws IOException {
        assertThat(http.get("/api/v1/stream", null).status()).isEqualTo(401);
        var open = new ArrayList<EventReader>();
        for (int n = 0; n < OpenStreams.OF_PERSON_MAX; n++) {
            open.add(EventReader.open(http, alice));
        }

        var refused = http.get("/api/v1/stream", alice);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-streams");
        for (var stream : open) {
            stream.close();
        }
    }

    private void send(int n) {
        streams.send(Set.of(alice.account()), new LiveEvent("notification", Map.of("n", n)));
    }
}
