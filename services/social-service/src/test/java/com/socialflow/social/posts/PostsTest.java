package com.socialflow.social.posts;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.social.PostsSteps;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import com.socialflow.testkit.Person;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PostsTest extends PostsSteps {

    private static final String PUBLISHED = "socialflow.social.v1.PostPublished";
    private static final String WITHDRAWN = "socialflow.social.v1.PostWithdrawn";

    @Autowired
    private Tallies tallies;

    @Test
    void whatIsPublishedIsThereForEverybody() {
        var made = http.post(POSTS, alice, "{\"text\":\"Hello #World, see https://example.org/a?b=c.\"}");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var id = made.json().path("id").asString();
        assertThat(made.header("Location")).contains(POSTS + "/" + id);
        var seen = http.get(POSTS + "/" + id, null);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.json().at("/author/displayName").asString()).isEqualTo("alice");
        assertThat(seen.json().at("/counts/likes").asInt()).isZero();
        assertThat(seen.json().path("viewer").isMissingNode()).isTrue();
        assertThat(seen.json().path("entities")).hasSize(2);
        assertThat(seen.json().at("/entities/0/tag").asString()).isEqualTo("world");
        assertThat(seen.json().at("/entities/1/url").asString()).isEqualTo("https://example.org/a?b=c");
        assertThat(http.get(POSTS + "/" + id, bob).json().at("/viewer/mayReply").asBoolean())
                .isTrue();
        assertThat(events(alice.account())).containsExactly(PUBLISHED);
        assertThat(postsOf(alice)).isEqualTo(1);
    }

    @Test
    void whatIsDeletedIsGone() {
        var id = post(alice, "Soon gone, " + at("bob", bob) + " #gone");
        react("like", id, bob);

        assertThat(http.delete(POSTS + "/" + id, bob).status()).isEqualTo(403);
        assertThat(http.delete(POSTS + "/" + id, null).status()).isEqualTo(401);
        assertThat(http.delete(POSTS + "/" + id, alice).status()).isEqualTo(204);
        assertThat(http.delete(POSTS + "/" + id, alice).status()).isEqualTo(404);
        assertThat(status(id, alice)).isEqualTo(404);
        assertThat(events(alice.account())).containsExactly(PUBLISHED, WITHDRAWN);
        assertThat(postsOf(alice)).isZero();
        var left = jdbc.sql("""
                SELECT text = '' AND entities = '[]' AND state = 'deleted'
                       AND NOT EXISTS (SELECT 1 FROM social.post_mention WHERE post_id = p.id)
                       AND NOT EXISTS (SELECT 1 FROM social.post_tag WHERE post_id = p.id)
                  FROM social.post p WHERE id = ?
                """).param(id.value()).query(Boolean.class).single();
        assertThat(left).as("its row is empty").isTrue();
    }

    @Test
    void mentionsLeadToPeopleWhoAreThere() {
        var text = "Hi " + at("bob", bob) + " and @nobody_" + alice.account();
        var id = post(alice, text);

        var entities = read(id, null).path("entities");

        assertThat(entities).hasSize(1);
        assertThat(entities.at("/0/account").asString()).isEqualTo(bob.account().toString());
        assertThat(entities.at("/0/start").asInt()).isEqualTo(3);
        assertThat(entities.at("/0/end").asInt()).isEqualTo(3 + at("bob", bob).length());
    }

    @Test
    void followersAloneSeeWhatIsForThem() {
        var id = publish(alice, "{\"text\":\"Among us\",\"visibility\":\"followers\"}");

        assertThat(status(id, bob)).isEqualTo(404);
        assertThat(status(id, null)).isEqualTo(404);
        follow(bob, alice);
        assertThat(read(id, bob).path("visibility").asString()).isEqualTo("followers");
        assertThat(read(id, alice).path("text").asString()).isEqualTo("Among us");
    }

    @Test
    void whoIsMentionedSeesWhatIsForFollowers() {
        var id = publish(alice, "{\"text\":\"Psst, %s\",\"visibility\":\"followers\"}".formatted(at("bob", bob)));

        assertThat(status(id, bob)).isEqualTo(200);
        assertThat(status(id, null)).isEqualTo(404);
    }

    @Test
    void privatePeoplePublishForTheirFollowers() {
        var carol = privatePerson("carol");
        var id = post(carol, "For whom I let in");

        assertThat(status(id, bob)).isEqualTo(404);
        follow(bob, carol);
        assertThat(status(id, bob)).isEqualTo(200);
    }

    @Test
    void whoIsBlockedSeesNothing() {
        var id = post(alice, "Not for everybody");

        block(alice, bob);

        assertThat(status(id, bob)).isEqualTo(404);
        assertThat(http.post(POSTS, bob, "{\"text\":\"But\",\"replyTo\":\"%s\"}".formatted(id))
                        .code())
                .isEqualTo("post-not-found");
        assertThat(react("like", id, bob).status()).isEqualTo(404);
    }

    @Test
    void theSameRequestTwiceMakesOnePost() {
        var body = "{\"text\":\"Once\"}";
        var first = http.post(POSTS, alice, body, "Idempotency-Key", "once");
        var second = http.post(POSTS, alice, body, "Idempotency-Key", "once");

        assertThat(second.header("Idempotency-Replayed"))
                .as(second.status() + second.body())
                .contains("true");
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(postsOf(alice)).isEqualTo(1);
    }

    @Test
    void readersAskAgainAndAreTold304WhileNothingChanged() {
        var id = post(alice, "Again");
        var tag = http.get(POSTS + "/" + id, bob).header("ETag").orElseThrow();

        assertThat(http.get(POSTS + "/" + id, bob, "If-None-Match", tag).status())
                .isEqualTo(304);
        react("like", id, bob);
        assertThat(http.get(POSTS + "/" + id, bob, "If-None-Match", tag).status())
                .isEqualTo(200);
    }

    @Test
    void atMostThreePostsArePinned() {
        var first = post(alice, "1");
        react("pin", first, alice);
        react("pin", post(alice, "2"), alice);
        react("pin", post(alice, "3"), alice);
        var fourth = post(alice, "4");

        assertThat(react("pin", fourth, alice).code()).isEqualTo("too-many-pinned");
        assertThat(react("pin", first, alice).status()).isEqualTo(204);
        assertThat(takeBack("pin", first, alice).status()).isEqualTo(204);
        assertThat(takeBack("pin", first, alice).status()).isEqualTo(204);
        assertThat(react("pin", fourth, alice).status()).isEqualTo(204);
        assertThat(read(fourth, bob).path("pinned").asBoolean()).isTrue();
        assertThat(read(first, bob).path("pinned").asBoolean()).isFalse();
        assertThat(react("pin", first, bob).status()).isEqualTo(403);
    }

    @Test
    void postsAreReadByTheYoungAsTheyAreMeant() {
        var id = publish(alice, "{\"text\":\"Ouch\",\"sensitive\":true,\"warning\":\"blood\",\"language\":\"EN-us\"}");

        assertThat(read(id, bob).path("collapsed").isMissingNode()).isTrue();
        assertThat(read(id, null).path("collapsed").asString()).isEqualTo("sensitive");
        assertThat(read(id, bob).path("warning").asString()).isEqualTo("blood");
        assertThat(read(id, bob).path("language").asString()).isEqualTo("en-US");
    }

    private long postsOf(Person person) {
        return tallies.of(Set.of(person.account()))
                .getOrDefault(person.account().value(), Map.of())
                .getOrDefault(Tally.POSTS, 0L);
    }
}
