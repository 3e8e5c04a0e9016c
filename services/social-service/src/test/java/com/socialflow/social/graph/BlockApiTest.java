package com.socialflow.social.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.social.tallies.Tally;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocking and muting. */
class BlockApiTest extends GraphTest {

    @Test
    void aBlockEndsFollowsBothWaysAndRequestsToo() {
        var carol = privatePerson("carol");
        follow(alice, bob);
        follow(bob, alice);
        follow(alice, carol);

        assertThat(block(alice, bob).status()).isEqualTo(204);
        assertThat(block(alice, bob).status()).isEqualTo(204);
        assertThat(block(carol, alice).status()).isEqualTo(204);

        for (var person : List.of(alice, bob)) {
            assertThat(count(person, Tally.FOLLOWERS)).isZero();
            assertThat(count(person, Tally.FOLLOWING)).isZero();
        }
        assertThat(relation(alice, bob).path("blocked").asBoolean()).isTrue();
        assertThat(relation(alice, carol).path("requested").asBoolean()).isFalse();
        assertThat(ids(http.get("/api/v1/me/blocks", alice)))
                .containsExactly(bob.account().toString());
    }

    @Test
    void theTwoDoNotSeeEachOther() {
        follow(bob, person("dave"));
        block(alice, bob);

        assertThat(follow(bob, alice).status()).isEqualTo(404);
        assertThat(follow(alice, bob).status()).isEqualTo(404);
        assertThat(http.get(of(alice) + "/social", bob).status()).isEqualTo(404);
        assertThat(http.get(of(alice) + "/followers", bob).status()).isEqualTo(404);
        assertThat(http.get(of(bob) + "/following", alice).status()).isEqualTo(404);
        assertThat(http.get(of(bob) + "/social", alice)
                        .json()
                        .at("/relation/blocked")
                        .asBoolean())
                .as("there is a way back")
                .isTrue();
        assertThat(relation(bob, alice).toString()).doesNotContain("true,\"muted");
    }

    @Test
    void listsOfOthersLeaveOutWhomTheViewerIsNotToMeet() {
        follow(alice, bob);
        var carol = person("carol");
        follow(carol, bob);
        block(alice, carol);

        assertThat(ids(http.get(of(bob) + "/followers", carol)))
                .containsExactly(carol.account().toString());
        assertThat(ids(http.get(of(bob) + "/followers", null))).hasSize(2);
    }

    @Test
    void unblockingMakesNobodyFollowAgain() {
        follow(alice, bob);
        block(alice, bob);

        assertThat(http.delete(of(bob) + "/block", alice).status()).isEqualTo(204);
        assertThat(http.delete(of(bob) + "/block", alice).status()).isEqualTo(204);

        assertThat(relation(alice, bob).path("following").asBoolean()).isFalse();
        assertThat(follow(alice, bob).status()).isEqualTo(204);
        assertThat(block(alice, alice).code()).isEqualTo("oneself");
    }

    @Test
    void aMuteEndsWhenItsTimeIsOver() {
        assertThat(put(of(bob) + "/mute", alice, "{\"durationSeconds\":60,\"notifications\":false}")
                        .status())
                .isEqualTo(204);
        assertThat(relation(alice, bob).path("muted").asBoolean()).isTrue();
        assertThat(relation(alice, bob).has("mutedUntil")).isTrue();
        var listed = http.get("/api/v1/me/mutes", alice).json().at("/items/0");
        assertThat(listed.path("notifications").asBoolean()).isFalse();

        clock.advance(Duration.ofSeconds(61));

        assertThat(relation(alice, bob).path("muted").asBoolean()).isFalse();
        assertThat(ids(http.get("/api/v1/me/mutes", alice))).isEmpty();
    }

    @Test
    void aMuteIsForGoodAndOfNotificationsTooUnlessSaid() {
        assertThat(put(of(bob) + "/mute", alice).status()).isEqualTo(204);

        assertThat(http.get("/api/v1/me/mutes", alice)
                        .json()
                        .at("/items/0/notifications")
                        .asBoolean())
                .isTrue();
        assertThat(relation(alice, bob).has("mutedUntil")).isFalse();
        assertThat(put(of(bob) + "/mute", alice, "{\"durationSeconds\":0}").status())
                .isEqualTo(422);
        assertThat(put(of(alice) + "/mute", alice).code()).isEqualTo("oneself");

        http.delete(of(bob) + "/mute", alice);
        assertThat(relation(alice, bob).path("muted").asBoolean()).isFalse();
    }
}
