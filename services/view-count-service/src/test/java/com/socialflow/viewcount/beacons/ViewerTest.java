package com.socialflow.viewcount.beacons;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import com.socialflow.viewcount.ViewCountServiceTest;
import com.socialflow.viewcount.log.LoggedBeacons;
import com.socialflow.views.Viewer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose a view is, as far as the log may know. */
class ViewerTest extends ViewCountServiceTest {

    private VideoId video = new VideoId(0);

    @BeforeEach
    void begin() {
        video = video(alice, Duration.ofMinutes(1));
        eventually("the log answers", () -> tell("begins-to-listen", null).status() == 202);
    }

    private Answer tell(String session, @Nullable Person who, String... headers) {
        var body = "{\"session\":\"%s\",\"intervals\":[[0,10]]}".formatted(session);
        return http.post("/api/v1/videos/" + video + "/views", who, body, headers);
    }

    private Viewer viewer(@Nullable Person who, String... headers) {
        var session = UUID.randomUUID().toString();
        var answer = tell(session, who, headers);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return LoggedBeacons.of(session).getFirst().viewer();
    }

    private Viewer byCookie(Person who, String... headers) {
        var session = UUID.randomUUID().toString();
        var all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "text/plain;charset=UTF-8";
        all[headers.length + 2] = "Cookie";
        all[headers.length + 3] = "sf_access=" + who.token().get();
        var body = BodyPublishers.ofString("{\"session\":\"%s\",\"intervals\":[[0,10]]}".formatted(session));
        var answer = http.send("POST", "/api/v1/videos/" + video + "/views", null, body, all);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return LoggedBeacons.of(session).getFirst().viewer();
    }

    @Test
    void whoIsSignedInIsOneVisitorAndTheOwnerKnown() {
        assertThat(viewer(bob).visitor()).isNotEqualTo(viewer(null).visitor());
        assertThat(viewer(bob).owner()).isFalse();
        assertThat(viewer(alice).owner()).isTrue();
        assertThat(viewer(bob).visitor())
                .isEqualTo(viewer(bob, "User-Agent", "another").visitor());
    }

    @Test
    void aPageOfOursThatIsLeftTellsByItsCookieAlone() {
        var origin = "http://127.0.0.1:" + port;

        var visitor = viewer(bob).visitor();

        assertThat(byCookie(bob, "Origin", origin).visitor()).isEqualTo(visitor);
        assertThat(byCookie(bob, "Sec-Fetch-Site", "same-origin").visitor()).isEqualTo(visitor);
    }

    @Test
    void aCookieThatAnotherSitesPageSendsNamesNobody() {
        var nobody = viewer(null).visitor();

        assertThat(byCookie(bob, "Origin", "https://blog.example").visitor()).isEqualTo(nobody);
        assertThat(byCookie(bob, "Sec-Fetch-Site", "cross-site").visitor()).isEqualTo(nobody);
    }

    @Test
    void aCookieThatIsOverCostsNoView() {
        var late = new Person(bob.account(), () -> "no token at all");

        assertThat(byCookie(late, "Sec-Fetch-Site", "same-origin").visitor())
                .isEqualTo(viewer(null).visitor());
    }

    @Test
    void whoRefusesLeavesNothingBeyondTheCount() {
        var signalled = viewer(bob, "Sec-GPC", "1");
        var carol = person();
        refusals.add(carol);
        var refused = viewer(carol);

        for (var viewer : new Viewer[] {signalled, refused}) {
            assertThat(viewer.optedOut()).isTrue();
            assertThat(viewer.visitor()).isZero();
        }
        assertThat(viewer(alice, "Sec-GPC", "1").owner()).isTrue();
    }

    @Test
    void whomNobodyCanSayAnythingOfIsTakenToRefuse() {
        var carol = person();
        refusals.away(true);
        try {
            assertThat(viewer(carol).optedOut()).isTrue();
        } finally {
            refusals.away(false);
        }
        clock.advance(Duration.ofSeconds(3));
        assertThat(viewer(carol).optedOut()).isFalse();
    }

    @Test
    void anotherDayNobodyIsRecognised() {
        var today = viewer(null);
        assertThat(viewer(null)).isEqualTo(today);

        clock.advance(Duration.ofDays(1));

        var tomorrow = viewer(null);
        assertThat(tomorrow.visitor()).isNotEqualTo(today.visitor());
        assertThat(tomorrow.network()).isNotEqualTo(today.network());
    }
}
