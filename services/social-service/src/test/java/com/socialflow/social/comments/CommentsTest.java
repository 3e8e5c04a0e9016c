package com.socialflow.social.comments;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.testkit.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CommentsTest extends SocialServiceTest {

    private VideoId video = new VideoId(0);

    @BeforeEach
    void aVideo() {
        video = video(alice, "public");
    }

    @Test
    void aCommentIsAPostInTheThreadOfItsVideo() {
        var comment = comment(bob, "Nice trains");

        var post = http.get("/api/v1/posts/" + comment, null).json();
        assertThat(post.path("rootVideo").asString()).isEqualTo(video.toString());
        assertThat(post.path("root").asString()).isEqualTo(video.toString());
        var shown = comments(null).path("items").get(0);
        assertThat(shown.path("id").asString()).isEqualTo(comment);
        assertThat(shown.path("text").asString()).isEqualTo("Nice trains");
        assertThat(shown.path("author").path("id").asString())
                .isEqualTo(bob.account().toString());
        assertThat(shown.path("replies").size()).isZero();
    }

    @Test
    void theVideosIdIsTakenForAnAnsweredPost() {
        var answer = http.post("/api/v1/posts", bob, "{\"text\":\"Hi\",\"replyTo\":\"%s\"}".formatted(video));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(ids(comments(null))).containsExactly(answer.json().path("id").asString());
    }

    @Test
    void twoRepliesAreShownBelowAComment() {
        var comment = comment(bob, "Nice trains");
        reply(alice, comment, "Thanks");
        reply(bob, comment, "Which line?");
        reply(alice, comment, "The old one");

        var shown = comments(null).path("items").get(0);

        assertThat(shown.path("replies").size()).isEqualTo(2);
        assertThat(shown.path("counts").path("replies").asInt()).isEqualTo(3);
        assertThat(comments(bob).path("count").asInt()).isEqualTo(4);
    }

    @Test
    void pagesHoldEveryCommentOnceWhileOthersComment() {
        for (var sort : List.of("newest", "relevance")) {
            var own = video(alice, "public");
            var written = new ArrayList<String>();
            for (var i = 0; i < 7; i++) {
                clock.advance(Duration.ofSeconds(1));
                written.addFirst(comment(bob, own, "c" + i));
            }
            var read = new ArrayList<String>();
            var cursor = "";
            do {
                var page = http.get("/api/v1/videos/%s/comments?limit=3&sort=%s%s".formatted(own, sort, cursor), null)
                        .json();
                read.addAll(ids(page));
                clock.advance(Duration.ofSeconds(1));
                comment(alice, own, "meanwhile");
                cursor = page.has("nextCursor")
                        ? "&cursor=" + page.path("nextCursor").asString()
                        : "";
            } while (!cursor.isEmpty());
            assertThat(read).as(sort).containsExactlyElementsOf(written);
        }
    }

    @Test
    void theOldestMayComeFirst() {
        var first = comment(bob, "first");
        var second = comment(alice, "second");

        assertThat(ids(http.get("/api/v1/videos/" + video + "/comments?sort=oldest", null)
                        .json()))
                .containsExactly(first, second);
    }

    @Test
    void commentsFollowTheVideosVisibility() {
        var unlisted = video(alice, "unlisted");
        var hidden = video(alice, "private");
        comment(bob, unlisted, "found it");
        var own = comment(alice, hidden, "to myself");

        assertThat(list(unlisted, null)).isEqualTo(200);
        assertThat(list(hidden, alice)).isEqualTo(200);
        assertThat(list(hidden, bob)).isEqualTo(404);
        assertThat(list(hidden, null)).isEqualTo(404);
        assertThat(publish(bob, hidden, "let me in")).isEqualTo(404);
        assertThat(http.get("/api/v1/posts/" + own, bob).status()).isEqualTo(404);
        assertThat(http.get("/api/v1/posts/" + own + "/thread", bob).status()).isEqualTo(404);
        assertThat(http.get("/api/v1/posts/" + own, alice).status()).isEqualTo(200);
    }

    @Test
    void aVideoThatNobodyKnowsHasNoComments() {
        var unknown = new VideoId(ids.next());

        assertThat(list(unknown, bob)).isEqualTo(404);
        assertThat(publish(bob, unknown, "hello?")).isEqualTo(404);
    }

    @Test
    void isAskedOnceOfAVideo() {
        comment(bob, "one");
        var before = shelf.calls();

        comment(bob, "two");
        comments(bob);
        comments(null);

        assertThat(shelf.calls()).isEqualTo(before);
    }

    @Test
    void aDeletedCommentStaysWhileItsRepliesAreShown() {
        var answered = comment(bob, "first");
        var alone = comment(bob, "second");
        var reply = reply(alice, answered, "yes");
        delete(bob, answered);
        delete(bob, alone);

        var items = comments(null).path("items");
        assertThat(items.size()).isEqualTo(1);
        assertThat(items.get(0).path("state").asString()).isEqualTo("deleted");
        assertThat(items.get(0).has("text")).isFalse();
        assertThat(items.get(0).path("replies").get(0).path("id").asString()).isEqualTo(reply);

        delete(alice, reply);
        assertThat(comments(null).path("items").size()).isZero();
    }

    @Test
    void whoeverIsBlockedByTheOwnerDoesNotComment() {
        jdbc.sql("INSERT INTO social.block (blocker_id, blocked_id, position) VALUES (?, ?, 1)")
                .param(alice.account().value())
                .param(bob.account().value())
                .update();

        var refused = http.post("/api/v1/posts", bob, "{\"text\":\"Hi\",\"commentOn\":\"%s\"}".formatted(video));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("comments-closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=likes", "limit=101", "limit=0", "cursor=x", "cursor=0HZZZZZZZZZZZZ"})
    void badQuestionsAreRefused(String query) {
        var answer = http.get("/api/v1/videos/" + video + "/comments?" + query, null);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }

    private int list(VideoId of, @Nullable Person viewer) {
        return http.get("/api/v1/videos/" + of + "/comments", viewer).status();
    }

    private JsonNode comments(@Nullable Person viewer) {
        var answer = http.get("/api/v1/videos/" + video + "/comments?sort=newest", viewer);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private int publish(Person author, VideoId on, String text) {
        return http.post("/api/v1/posts", author, "{\"text\":\"%s\",\"commentOn\":\"%s\"}".formatted(text, on))
                .status();
    }

    private String comment(Person author, String text) {
        return comment(author, video, text);
    }

    private String comment(Person author, VideoId on, String text) {
        return made(author, "{\"text\":\"%s\",\"commentOn\":\"%s\"}".formatted(text, on));
    }

    private String reply(Person author, String to, String text) {
        return made(author, "{\"text\":\"%s\",\"replyTo\":\"%s\"}".formatted(text, to));
    }

    private String made(Person author, String body) {
        var answer = http.post("/api/v1/posts", author, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private void delete(Person author, String post) {
        assertThat(http.delete("/api/v1/posts/" + post, author).status()).isEqualTo(204);
    }

    private static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        page.path("items").forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }
}
