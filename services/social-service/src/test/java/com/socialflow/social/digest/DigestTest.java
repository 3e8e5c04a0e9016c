package com.socialflow.social.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.social.KnownLetters;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.social.notifications.Kind;
import com.socialflow.social.notifications.Notification;
import com.socialflow.social.notifications.Notifications;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class DigestTest extends SocialServiceTest {

    @Autowired
    private Digests digests;

    @Autowired
    private KnownLetters letters;

    @Autowired
    private Notifications notifications;

    @Autowired
    private TransactionTemplate transactions;

    @AfterEach
    void answerAgain() {
        letters.away(false);
    }

    private void want(String digest) {
        var answer = http.send(
                "PUT",
                "/api/v1/me/notification-settings",
                alice,
                BodyPublishers.ofString("{\"digest\":\"" + digest + "\"}"),
                "Content-Type",
                "application/json");
        assertThat(answer.status()).isEqualTo(200);
    }

    private void happen() {
        transactions.executeWithoutResult(_ -> notifications.add(new Notification(
                alice.account(),
                Kind.FOLLOW_REQUEST,
                bob.account(),
                bob.account().value(),
                null)));
    }

    @Test
    void tellsOnceADayWhatWasMissed() {
        want("daily");
        clock.advance(Duration.ofHours(23));
        happen();
        digests.run();
        assertThat(letters.digests(alice)).isEmpty();

        clock.advance(Duration.ofHours(2));
        digests.run();
        digests.run();

        assertThat(letters.digests(alice)).hasSize(1);
        var digest = letters.digests(alice).getFirst();
        assertThat(digest.getUnread()).isEqualTo(1);
        assertThat(digest.getItemList()).hasSize(1);
        assertThat(digest.getItem(0).getKind()).isEqualTo("follow-request");
        assertThat(digest.getItem(0).getWho()).isEqualTo("bob");
        assertThat(digest.getItem(0).getOthers()).isZero();

        clock.advance(Duration.ofHours(25));
        digests.run();
        assertThat(letters.digests(alice)).as("nothing new happened").hasSize(1);
    }

    @Test
    void asksAgainWithTheSameIdWhileNobodyAnswers() {
        want("daily");
        clock.advance(Duration.ofHours(25));
        happen();
        letters.away(true);
        digests.run();
        letters.away(false);
        digests.run();
        assertThat(letters.digests(alice)).hasSize(1);

        clock.advance(Duration.ofMinutes(16));
        digests.run();

        assertThat(letters.digests(alice)).hasSize(2);
        assertThat(letters.digests(alice).get(0).getDigest())
                .isEqualTo(letters.digests(alice).get(1).getDigest());
    }

    @Test
    void endsWithOneClickAndWithoutASignIn() {
        want("weekly");
        clock.advance(Duration.ofDays(8));
        happen();
        digests.run();
        var path = letters.digests(alice).getFirst().getUnsubscribePath();

        assertThat(http.get(path, null).body()).contains("<form method=\"post\">");
        assertThat(settings()).as("looking changes nothing").isEqualTo("weekly");
        assertThat(click(path)).isEqualTo(200);

        assertThat(settings()).isEqualTo("off");
        assertThat(click(path + "x")).isEqualTo(400);
        assertThat(click("/api/v1/digests/unsubscription")).isEqualTo(400);
        assertThat(click("/api/v1/digests/unsubscription?token=" + alice.account()))
                .isEqualTo(400);
        assertThat(click("/api/v1/digests/unsubscription?token=%00")).isEqualTo(400);
    }

    private String settings() {
        return http.get("/api/v1/me/notification-settings", alice)
                .json()
                .path("digest")
                .asString();
    }

    private int click(String path) {
        return http.send(
                        "POST",
                        path,
                        null,
                        BodyPublishers.ofString("List-Unsubscribe=One-Click"),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .status();
    }
}
