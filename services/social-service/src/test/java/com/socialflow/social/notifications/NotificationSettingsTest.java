package com.socialflow.social.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

class NotificationSettingsTest extends NotificationTest {

    @Test
    void changesWhatIsNamedAndKeepsTheRest() {
        settings(alice, """
                {"policy":{"strangers":"filter"},"kinds":{"like":{"push":true}},"digest":"daily"}
                """);
        settings(alice, "{\"policy\":{\"newAccounts\":\"drop\"}}");

        var now = http.get("/api/v1/me/notification-settings", alice).json();

        assertThat(now.path("policy").path("strangers").asString()).isEqualTo("filter");
        assertThat(now.path("policy").path("newAccounts").asString()).isEqualTo("drop");
        assertThat(now.path("kinds").path("like").path("push").asBoolean()).isTrue();
        assertThat(now.path("kinds").path("like").path("app").asBoolean()).isTrue();
        assertThat(now.path("kinds").path("message-request").path("app").asBoolean())
                .isTrue();
        assertThat(now.path("digest").asString()).isEqualTo("daily");
    }

    @Test
    void strangersGoIntoATabOfTheirOwn() {
        settings(alice, "{\"policy\":{\"strangers\":\"filter\"}}");
        var post = post(alice, "look");
        var friend = person("friend");
        follow(friend, alice, false);
        happen(liked(bob, post, alice), liked(friend, post, alice));

        assertThat(list(alice)).hasSize(1);
        assertThat(list(alice).getFirst().path("count").asInt()).isEqualTo(1);
        assertThat(list(alice, "filtered")).hasSize(1);
        assertThat(unread(alice)).isEqualTo(1);
    }

    @Test
    void mutedThreadsAreSilentUntilTheyAreHeardAgain() {
        var mine = post(alice, "hello");
        var path = "/api/v1/posts/" + mine + "/thread-mute";
        assertThat(put(path).status()).isEqualTo(204);
        happen(liked(bob, mine, alice));
        assertThat(list(alice)).isEmpty();

        assertThat(http.delete(path, alice).status()).isEqualTo(204);
        happen(liked(person("carol"), mine, alice));
        assertThat(list(alice)).hasSize(1);

        block(bob, alice);
        assertThat(put("/api/v1/posts/" + post(bob, "secret") + "/thread-mute").code())
                .isEqualTo("post-not-found");
    }

    @Test
    void refusesUnknownWords() {
        for (var wrong : new String[] {
            "{\"policy\":{\"strangers\":\"maybe\"}}", "{\"kinds\":{\"poke\":{\"app\":true}}}", "{\"digest\":\"hourly\"}"
        }) {
            var answer = http.send(
                    "PUT",
                    "/api/v1/me/notification-settings",
                    alice,
                    BodyPublishers.ofString(wrong),
                    "Content-Type",
                    "application/json");
            assertThat(answer.status()).as(wrong).isEqualTo(422);
        }
    }

    private com.socialflow.testkit.Http.Answer put(String path) {
        return http.send("PUT", path, alice, BodyPublishers.noBody());
    }
}
