package com.socialflow.social.tags;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.proto.social.v1.PostPublished;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.testkit.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class TagApiTest extends SocialServiceTest {

    @Autowired
    private TagEvents events;

    @Autowired
    private Trends trends;

    /** A hashtag that no other test uses. */
    private final String fresh = "tag" + System.nanoTime();

    private void used(String tag, AccountId... people) {
        for (var account : people) {
            events.published(PostPublished.newBuilder()
                    .setAuthor(account.value())
                    .setPost(ids.next())
                    .addTag(tag)
                    .build());
        }
    }

    private AccountId[] people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> person("p" + i).account())
                .toArray(AccountId[]::new);
    }

    private List<String> trending() {
        trends.run();
        return tags(http.get("/api/v1/tags/trending", null).json());
    }

    private static List<String> tags(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("tag").asString())
                .toList();
    }

    private int put(String path, Person who, String... body) {
        return http.send(
                        "PUT",
                        path,
                        who,
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofString(body[0]),
                        "Content-Type",
                        "application/json")
                .status();
    }

    @Test
    void manyPeopleMakeATrendAndManyPostsOfOneDoNot() {
        used(fresh, people(5));
        var alone = new AccountId[50];
        Arrays.fill(alone, alice.account());
        used("alone" + fresh, alone);

        assertThat(trending()).contains(fresh).doesNotContain("alone" + fresh);
        var facts = http.get("/api/v1/tags/" + fresh, null).json();
        assertThat(facts.path("trending").asBoolean()).isTrue();
    }

    @Test
    void aTrendIsOverADayLater() {
        used(fresh, people(5));
        assertThat(trending()).contains(fresh);

        clock.advance(Duration.ofHours(25));

        assertThat(trending()).doesNotContain(fresh);
    }

    @Test
    void whatAModeratorRefusesNeitherTrendsNorIsSuggested() {
        used(fresh, people(5));
        var moderator = new Person(bob.account(), () -> tokens.of(bob.account(), "moderator"));

        assertThat(put("/api/v1/admin/tags/" + fresh + "/review", alice, "{\"allowed\":false}"))
                .isEqualTo(403);
        assertThat(put("/api/v1/admin/tags/" + fresh + "/review", moderator, "{\"allowed\":false}"))
                .isEqualTo(204);

        assertThat(trending()).doesNotContain(fresh);
        assertThat(tags(http.get("/api/v1/tags/suggestions?query=" + fresh, alice)
                        .json()))
                .isEmpty();
        assertThat(tags(http.get("/api/v1/admin/tags/trending", moderator).json()))
                .contains(fresh);
        assertThat(put("/api/v1/admin/tags/never" + fresh + "/review", moderator, "{\"allowed\":true}"))
                .isEqualTo(404);
    }

    @Test
    void suggestsWhatBeginsSoInAnyCaseTheBusiestFirst() {
        used(fresh + "quiet", people(1));
        used(fresh + "busy", people(3));

        var found = http.get("/api/v1/tags/suggestions?query=%23" + fresh.toUpperCase(Locale.ROOT), alice);

        assertThat(tags(found.json())).containsExactly(fresh + "busy", fresh + "quiet");
    }

    @Test
    void followsOnceAndListsTheNewestFirst() {
        assertThat(put("/api/v1/tags/first" + fresh + "/follow", alice)).isEqualTo(204);
        assertThat(put("/api/v1/tags/SECOND" + fresh + "/follow", alice)).isEqualTo(204);
        assertThat(put("/api/v1/tags/first" + fresh + "/follow", alice)).isEqualTo(204);

        assertThat(tags(http.get("/api/v1/me/followed-tags", alice).json()))
                .containsExactly("second" + fresh, "first" + fresh);
        assertThat(http.get("/api/v1/tags/first" + fresh, alice)
                        .json()
                        .path("following")
                        .asBoolean())
                .isTrue();

        http.delete("/api/v1/tags/first" + fresh + "/follow", alice);
        assertThat(tags(http.get("/api/v1/me/followed-tags", alice).json())).containsExactly("second" + fresh);
    }

    @Test
    void nobodyFollowsWithoutEndAndNothingElseIsAHashtag() {
        for (var i = 0; i < TagFollows.FOLLOWED_MAX; i++) {
            assertThat(put("/api/v1/tags/t" + i + "/follow", alice)).isEqualTo(204);
        }

        assertThat(put("/api/v1/tags/onemore/follow", alice)).isEqualTo(422);
        assertThat(put("/api/v1/tags/t1/follow", alice)).isEqualTo(204);
        assertThat(http.get("/api/v1/tags/not%20a%20tag", alice).code()).isEqualTo("bad-tag");
        assertThat(http.get("/api/v1/tags/" + "x".repeat(101), null).status()).isEqualTo(422);
        assertThat(http.get("/api/v1/tags/suggestions", null).status()).isEqualTo(400);
        assertThat(put("/api/v1/tags/t1/follow", new Person(alice.account(), () -> "no token")))
                .isEqualTo(401);
    }
}
