package com.socialflow.social.comments;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a video's owner does with comments. */
class CurationTest extends SocialServiceTest {

    @Autowired
    private Tallies tallies;

    @Autowired
    private CommentData data;

    private VideoId video = new VideoId(0);
    private Person carol = new Person(new AccountId(0), () -> "");

    @BeforeEach
    void aVideo() {
        video = video(alice, "public");
        carol = person("carol");
    }

    @Test
    void aHeldCommentIsSeenByItsAuthorAndTheOwnerUntilItIsApproved() {
        mode("hold-all");
        var comment = comment(bob, "Nice");

        assertThat(state(bob, comment)).isEqualTo("held");
        assertThat(state(alice, comment)).isEqualTo("held");
        assertThat(http.get("/api/v1/posts/" + comment, carol).status()).isEqualTo(404);
        assertThat(listed(bob)).containsExactly(comment);
        assertThat(listed(carol)).isEmpty();
        assertThat(listed(null)).isEmpty();
        assertThat(held(alice)).containsExactly(comment);
        assertThat(held(bob)).isEmpty();
        assertThat(count()).isZero();
        assertThat(events(bob.account())).isEmpty();

        assertThat(post(alice, comment, "approval").status()).isEqualTo(204);

        assertThat(listed(null)).containsExactly(comment);
        assertThat(state(carol, comment)).isEqualTo("published");
        assertThat(held(alice)).isEmpty();
        assertThat(count()).isOne();
        assertThat(events(bob.account())).containsExactly("socialflow.social.v1.PostPublished");
        assertThat(post(alice, comment, "approval").status()).isEqualTo(409);
        assertThat(post(alice, comment, "rejection").status()).isEqualTo(409);
    }

    @Test
    void aRejectedCommentIsForItsAuthorAlone() {
        mode("hold-all");
        var comment = comment(bob, "Buy this");

        assertThat(post(alice, comment, "rejection").status()).isEqualTo(204);

        assertThat(listed(carol)).isEmpty();
        assertThat(held(alice)).isEmpty();
        assertThat(http.get("/api/v1/posts/" + comment, carol).status()).isEqualTo(404);
        assertThat(http.get("/api/v1/posts/" + comment, alice).status()).isEqualTo(404);
        assertThat(http.get("/api/v1/posts/" + comment, bob).status()).isEqualTo(200);
        assertThat(count()).isZero();
        assertThat(post(alice, comment, "approval").status()).isEqualTo(404);
    }

    @Test
    void linksAndWatchedWordsHoldAndTheOwnersOwnNever() {
        mode("hold-links");
        put(alice, "/api/v1/me/watched-words", "{\"words\":[\"Spoiler\"]}");

        var link = comment(bob, "see https://example.org/x");
        var word = comment(bob, "SPOILER: it stops");
        var plain = comment(bob, "Nice");
        var own = comment(alice, "spoiler at https://example.org/y");

        assertThat(held(alice)).containsExactly(word, link);
        assertThat(listed(null)).containsExactlyInAnyOrder(plain, own);
    }

    @Test
    void whereCommentsAreClosedNobodyComments() {
        comment(bob, "in time");
        mode("closed");

        for (var person : List.of(alice, bob)) {
            var refused = publish(person, "too late");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("comments-closed");
        }
        assertThat(listed(null)).hasSize(1);
        assertThat(http.get("/api/v1/videos/" + video + "/comment-settings", null)
                        .json()
                        .path("mode")
                        .asString())
                .isEqualTo("closed");
    }

    @Test
    void whatAPersonSaysOfAllVideosHoldsWhereTheVideoSaysNothing() {
        put(alice, "/api/v1/me/comment-settings", "{\"mode\":\"hold-all\"}");
        comment(bob, "waits");
        assertThat(held(alice)).hasSize(1);

        mode("open");
        comment(bob, "waits not");
        assertThat(held(alice)).hasSize(1);
        assertThat(http.get("/api/v1/me/comment-settings", alice)
                        .json()
                        .path("mode")
                        .asString())
                .isEqualTo("hold-all");
    }

    @Test
    void howCommentsAreHeldIsTheOwnersBusiness() {
        mode("hold-links");
        var settings = "/api/v1/videos/" + video + "/comment-settings";

        assertThat(http.get(settings, alice).json().path("mode").asString()).isEqualTo("hold-links");
        assertThat(http.get(settings, bob).json().path("mode").asString()).isEqualTo("open");
        assertThat(put(bob, settings, "{\"mode\":\"closed\"}").status()).isEqualTo(403);
        var hidden = "/api/v1/videos/" + video(alice, "private") + "/comment-settings";
        assertThat(http.get(hidden, bob).status()).isEqualTo(404);
        assertThat(put(bob, hidden, "{\"mode\":\"closed\"}").status()).isEqualTo(404);
        assertThat(put(alice, hidden, "{\"mode\":\"closed\"}").status()).isEqualTo(200);
    }

    @Test
    void oneCommentStandsFirst() {
        var older = comment(bob, "first!");
        var newer = comment(carol, "second");
        assertThat(listed(null)).containsExactly(newer, older);

        assertThat(put(alice, "/api/v1/posts/" + older + "/thread-pin", "").status())
                .isEqualTo(204);
        assertThat(listed(null)).containsExactly(older, newer);
        assertThat(http.get("/api/v1/posts/" + older, null)
                        .json()
                        .path("pinnedInThread")
                        .asBoolean())
                .isTrue();

        put(alice, "/api/v1/posts/" + newer + "/thread-pin", "");
        assertThat(listed(null)).containsExactly(newer, older);
        assertThat(http.get("/api/v1/posts/" + older, null)
                        .json()
                        .path("pinnedInThread")
                        .asBoolean())
                .isFalse();

        http.delete("/api/v1/posts/" + newer + "/thread-pin", alice);
        assertThat(listed(null)).containsExactly(newer, older);
    }

    @Test
    void theOwnersHeartIsShown() {
        var comment = comment(bob, "Nice");
        var path = "/api/v1/posts/" + comment + "/heart";

        assertThat(put(alice, path, "").status()).isEqualTo(204);
        assertThat(put(alice, path, "").status()).isEqualTo(204);
        assertThat(http.get("/api/v1/posts/" + comment, carol)
                        .json()
                        .path("hearted")
                        .asBoolean())
                .isTrue();

        assertThat(http.delete(path, alice).status()).isEqualTo(204);
        assertThat(http.get("/api/v1/posts/" + comment, carol)
                        .json()
                        .path("hearted")
                        .asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PUT,heart", "DELETE,heart", "PUT,thread-pin", "DELETE,thread-pin", "POST,approval", "POST,rejection"})
    void othersDoNothingOfIt(String method, String tool) {
        var comment = comment(bob, "Nice");
        mode("hold-all");
        var waiting = comment(bob, "waits");

        for (var person : List.of(bob, carol)) {
            assertThat(send(method, "/api/v1/posts/" + comment + "/" + tool, person)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(send(method, "/api/v1/posts/" + waiting + "/" + tool, carol).status())
                .isEqualTo(404);
        assertThat(send(method, "/api/v1/posts/" + waiting + "/" + tool, bob).status())
                .isEqualTo(403);
        assertThat(send(method, "/api/v1/posts/" + comment + "/" + tool, null).status())
                .isEqualTo(401);
        assertThat(send(method, "/api/v1/posts/" + new PostId(ids.next()) + "/" + tool, alice)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void toolsAreForCommentsAlone() {
        var post = http.post("/api/v1/posts", alice, "{\"text\":\"Hello\"}")
                .json()
                .path("id")
                .asString();
        var comment = comment(bob, "Nice");
        var reply = http.post("/api/v1/posts", bob, "{\"text\":\"Me again\",\"replyTo\":\"%s\"}".formatted(comment))
                .json()
                .path("id")
                .asString();

        assertThat(put(alice, "/api/v1/posts/" + post + "/heart", "").code()).isEqualTo("not-a-comment");
        assertThat(put(alice, "/api/v1/posts/" + reply + "/thread-pin", "").code())
                .isEqualTo("not-a-direct-comment");
        assertThat(put(alice, "/api/v1/posts/" + reply + "/heart", "").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"words\":null}",
                "{\"words\":\"a\"}",
                "{\"words\":[1]}",
                "{\"words\":[\"\"]}",
                "{\"words\":[\"a\\u0000\"]}",
                "{\"words\":[null]}"
            })
    void wordsThatNobodyCanWatchAreRefused(String body) {
        assertThat(put(alice, "/api/v1/me/watched-words", body).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"mode\":null}", "{\"mode\":7}", "{\"mode\":\"OPEN\"}", "{\"mode\":[\"open\"]}"})
    void modesThatThereAreNotAreRefused(String body) {
        assertThat(put(alice, "/api/v1/me/comment-settings", body).status()).isEqualTo(422);
        assertThat(put(alice, "/api/v1/videos/" + video + "/comment-settings", body)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void watchedWordsAreReplacedAndFolded() {
        put(alice, "/api/v1/me/watched-words", "{\"words\":[\"old\"]}");
        var answer = put(alice, "/api/v1/me/watched-words", "{\"words\":[\"  Big  CAT \",\"big cat\",\"axe\"]}");

        assertThat(answer.json().path("words").toString()).isEqualTo("[\"axe\",\"big cat\"]");
        assertThat(http.get("/api/v1/me/watched-words", alice)
                        .json()
                        .path("words")
                        .size())
                .isEqualTo(2);
        assertThat(http.get("/api/v1/me/watched-words", bob)
                        .json()
                        .path("words")
                        .size())
                .isZero();
        var many = "{\"words\":[" + "\"a\",".repeat(WatchedWords.WORDS_MAX) + "\"b\"]}";
        assertThat(put(alice, "/api/v1/me/watched-words", many).status()).isEqualTo(422);
    }

    @Test
    void whatAPersonSaysOfCommentsIsTakenAlongAndErased() {
        put(alice, "/api/v1/me/watched-words", "{\"words\":[\"axe\"]}");
        put(alice, "/api/v1/me/comment-settings", "{\"mode\":\"hold-all\"}");
        var taken = new HashMap<String, Object>();

        data.export(alice.account(), new Taken(taken));
        data.export(bob.account(), new Taken(taken));

        assertThat(taken).containsOnlyKeys("social/comment-settings.json");
        assertThat(taken.toString()).contains("axe");
        assertThat(data.erase(alice.account(), 100)).isEqualTo(2);
        assertThat(data.erase(alice.account(), 100)).isZero();
        assertThat(http.get("/api/v1/me/watched-words", alice)
                        .json()
                        .path("words")
                        .size())
                .isZero();
    }

    private record Taken(Map<String, Object> files) implements Archive {

        @Override
        public void json(String path, String description, Object content) {
            files.put(path, content);
        }

        @Override
        public void object(String path, String mediaType, String description, String objectKey) {
            files.put(path, objectKey);
        }
    }

    @Test
    void theCountOfCommentsIsExact() {
        var comment = comment(bob, "one");
        comment(carol, "two");
        http.post("/api/v1/posts", alice, "{\"text\":\"a reply\",\"replyTo\":\"%s\"}".formatted(comment));
        assertThat(count()).isEqualTo(3);

        http.delete("/api/v1/posts/" + comment, bob);
        assertThat(count()).isEqualTo(2);
    }

    private long count() {
        return tallies.of(List.of(video)).getOrDefault(video.value(), Map.of()).getOrDefault(Tally.REPLIES, 0L);
    }

    private void mode(String mode) {
        var answer = put(alice, "/api/v1/videos/" + video + "/comment-settings", "{\"mode\":\"%s\"}".formatted(mode));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Answer publish(Person author, String text) {
        return http.post("/api/v1/posts", author, "{\"text\":\"%s\",\"commentOn\":\"%s\"}".formatted(text, video));
    }

    private String comment(Person author, String text) {
        var answer = publish(author, text);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private String state(Person viewer, String post) {
        return http.get("/api/v1/posts/" + post, viewer).json().path("state").asString();
    }

    private List<String> listed(@Nullable Person viewer) {
        return ids(http.get("/api/v1/videos/" + video + "/comments?sort=newest", viewer));
    }

    private List<String> held(Person owner) {
        return ids(http.get("/api/v1/me/held-comments", owner));
    }

    private static List<String> ids(Answer page) {
        var ids = new ArrayList<String>();
        page.json().path("items").forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private Answer post(Person who, String post, String tool) {
        return http.post("/api/v1/posts/" + post + "/" + tool, who, "");
    }

    private Answer put(Person who, String path, String body) {
        return http.send("PUT", path, who, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private Answer send(String method, String path, @Nullable Person who) {
        return http.send(method, path, who, BodyPublishers.noBody());
    }
}
