package com.socialflow.social.posts;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.PostId;
import com.socialflow.proto.social.v1.PostEdited;
import com.socialflow.social.PostsSteps;
import com.socialflow.testkit.Http;
import com.socialflow.testkit.Person;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EditsTest extends PostsSteps {

    @Test
    void everybodySeesWhatAPostSaidBefore() {
        var id = publish(alice, "{\"text\":\"One\",\"warning\":\"numbers\"}");
        clock.advance(Duration.ofMinutes(1));

        var edited = edit(id, alice, "{\"text\":\"Two #new\",\"warning\":null}");

        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(edited.header("ETag").orElseThrow()).startsWith("\"2-");
        var seen = read(id, null);
        assertThat(seen.path("text").asString()).isEqualTo("Two #new");
        assertThat(seen.path("warning").isMissingNode()).isTrue();
        assertThat(seen.path("version").asInt()).isEqualTo(2);
        assertThat(seen.path("editedAt").isMissingNode()).isFalse();
        var history = http.get(POSTS + "/" + id + "/history", bob).json().path("items");
        assertThat(history).hasSize(2);
        assertThat(history.at("/0/text").asString()).isEqualTo("Two #new");
        assertThat(history.at("/1/text").asString()).isEqualTo("One");
        assertThat(history.at("/1/warning").asString()).isEqualTo("numbers");
    }

    @Test
    void anEditTellsWhoIsNewlyMentioned() throws Exception {
        var carol = person("carol");
        var id = post(alice, "Hi " + at("bob", bob));

        edit(id, alice, "{\"text\":\"Hi %s and %s\"}".formatted(at("bob", bob), at("carol", carol)));

        assertThat(events(alice.account())).endsWith("socialflow.social.v1.PostEdited");
        var event = PostEdited.parseFrom(
                jdbc.sql("SELECT payload FROM social.outbox WHERE ordering_key = ? ORDER BY position DESC LIMIT 1")
                        .param(alice.account().value())
                        .query(byte[].class)
                        .single());
        assertThat(event.getNewMentionList()).containsExactly(carol.account().value());
        assertThat(event.getVersion()).isEqualTo(2);
    }

    @Test
    void anEditOfSomethingElseThanWasReadIsRefused() {
        var id = post(alice, "One");
        var tag = http.get(POSTS + "/" + id, alice).header("ETag").orElseThrow();

        assertThat(edit(id, alice, "{\"text\":\"Two\"}", "If-Match", tag).status())
                .isEqualTo(200);
        assertThat(edit(id, alice, "{\"text\":\"Three\"}", "If-Match", "\"1\"").code())
                .isEqualTo("changed-meanwhile");
        assertThat(edit(id, alice, "{\"text\":\"Three\"}", "If-Match", "nonsense")
                        .status())
                .isEqualTo(412);
        assertThat(edit(id, alice, "{\"text\":\"Three\"}", "If-Match", "*").status())
                .isEqualTo(200);
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        var id = post(alice, "One");

        edit(id, alice, "{\"text\":\"One\"}");
        edit(id, alice, "{}");

        assertThat(read(id, null).path("version").asInt()).isEqualTo(1);
        assertThat(events(alice.account())).hasSize(1);
    }

    @Test
    void nobodyEditsWhatOthersSay() {
        var id = post(alice, "One");
        var hidden = publish(alice, "{\"text\":\"Among us\",\"visibility\":\"followers\"}");

        assertThat(edit(id, bob, "{\"text\":\"Two\"}").status()).isEqualTo(403);
        assertThat(edit(hidden, bob, "{\"text\":\"Two\"}").status()).isEqualTo(404);
        assertThat(http.get(POSTS + "/" + hidden + "/history", bob).status()).isEqualTo(404);
    }

    @Test
    void aPostGoesOnSayingSomething() {
        var id = post(alice, "One");
        var quote = quote(alice, id, "So");

        assertThat(edit(id, alice, "{\"text\":\" \"}").status()).isEqualTo(422);
        assertThat(edit(id, alice, "{\"text\":null}").status()).isEqualTo(422);
        assertThat(edit(quote, alice, "{\"text\":\"\"}").status()).isEqualTo(200);
        assertThat(edit(id, alice, "{\"replyTo\":null}").status()).isEqualTo(400);
    }

    @Test
    void theOldestVersionsAreForgotten() {
        var id = post(alice, "0");

        for (var number = 1; number <= Rewriting.VERSIONS_MAX + 3; number++) {
            edit(id, alice, "{\"text\":\"%d\"}".formatted(number));
        }

        var history = http.get(POSTS + "/" + id + "/history", null).json().path("items");
        assertThat(history).hasSize(Rewriting.VERSIONS_MAX + 1);
        assertThat(history.at("/" + Rewriting.VERSIONS_MAX + "/text").asString())
                .isEqualTo("3");
    }

    private Http.Answer edit(PostId id, Person by, String json, String... headers) {
        return http.patch(POSTS + "/" + id, by, json, headers);
    }
}
