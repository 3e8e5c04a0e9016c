package com.socialflow.social.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.social.personal.Archive;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class NotificationDataTest extends NotificationTest {

    @Autowired
    private NotificationData data;

    @Autowired
    private JsonMapper json;

    private Map<String, String> exported() {
        var files = new HashMap<String, String>();
        data.export(alice.account(), new Archive() {
            @Override
            public void json(String path, String description, Object content) {
                files.put(path, json.writeValueAsString(content));
            }

            @Override
            public void object(String path, String mediaType, String description, String objectKey) {
                throw new AssertionError(path);
            }
        });
        return files;
    }

    private void erase() {
        for (var found = 1; found > 0; ) {
            found = transactions.execute(_ -> data.erase(alice.account(), 1));
        }
    }

    @Test
    void givesEverythingThatIsKept() {
        assertThat(exported()).isEmpty();
        var post = post(alice, "look");
        happen(liked(bob, post, alice));
        settings(alice, "{\"digest\":\"weekly\"}");
        http.send("PUT", "/api/v1/posts/" + post + "/thread-mute", alice, BodyPublishers.noBody());

        assertThat(exported())
                .containsOnlyKeys(
                        "social/notifications-1.json",
                        "social/notification-settings.json",
                        "social/muted-threads.json");
        assertThat(exported().get("social/notifications-1.json"))
                .contains(bob.account().toString(), post.toString(), "like");
    }

    @Test
    void whoeverIsGoneLeavesNothingAndTheCountsOfOthersAreExact() {
        var hers = post(alice, "look");
        var his = post(bob, "see");
        happen(liked(bob, hers, alice), liked(alice, his, bob), liked(person("carol"), his, bob));
        settings(alice, "{\"digest\":\"weekly\"}");
        http.send("PUT", "/api/v1/posts/" + his + "/thread-mute", alice, BodyPublishers.noBody());

        erase();

        assertThat(exported()).isEmpty();
        assertThat(rows(alice.account())).isZero();
        assertThat(list(bob).getFirst().path("count").asInt()).isEqualTo(1);
        assertThat(list(bob).getFirst().path("people").size()).isEqualTo(1);
    }
}
