package com.socialflow.social.threads;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.PostId;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ThreadTest extends SocialServiceTest {

    @Autowired
    private Tallies tallies;

    @Autowired
    private Boosts boosts;

    private String root = "";

    @BeforeEach
    void aThread() {
        root = publish(alice, null, "root");
    }

    @Test
    void aThreadIsATreeWithWhatThePostAnswers() {
        var one = publish(bob, root, "one");
        var two = publish(alice, one, "two");
        var three = publish(bob, two, "three");

        var thread = thread(two, null, "");

        assertThat(texts(thread.path("ancestors"))).containsExactly("root", "one");
        assertThat(thread.at("/post/text").asString()).isEqualTo("two");
        assertThat(thread.at("/post/depth").asInt()).isEqualTo(2);
        assertThat(thread.at("/replies/0/post/id").asString()).isEqualTo(three);
        assertThat(thread.has("nextCursor")).isFalse();
        var whole = thread(root, null, "");
        assertThat(whole.at("/replies/0/replies/0/replies/0/post/id").asString())
                .isEqualTo(three);
        assertThat(whole.at("/replies/0/moreReplies").asInt()).isZero();
    }

    @Test
    void repliesAreSortedByTimeAndByRelevance() {
        var plain = publish(person("carol"), root, "plain");
        clock.advance(Duration.ofMinutes(1));
        var liked = publish(person("dave"), root, "liked");
        clock.advance(Duration.ofMinutes(1));
        publish(bob, root, "followed");
        clock.advance(Duration.ofMinutes(1));
        publish(alice, root, "by the author");
        clock.advance(Duration.ofMinutes(1));
        publish(person("erin"), root, "newest");
        tallies.add(PostId.parse(liked), Tally.LIKES, 40);
        var viewer = person("viewer");
        follow(viewer, bob);

        assertThat(replies("sort=oldest", viewer))
                .containsExactly("plain", "liked", "followed", "by the author", "newest");
        assertThat(replies("sort=newest", viewer))
                .containsExactly("newest", "by the author", "followed", "liked", "plain");
        assertThat(replies("sort=relevance", viewer))
                .containsExactly("by the author", "followed", "liked", "newest", "plain");
        assertThat(replies("", null)).containsExactly("by the author", "liked", "newest", "followed", "plain");
        assertThat(plain).isNotEmpty();
    }

    @Test
    void deletedPostsKeepTheirPlaceWhileSomethingBelowIsShown() {
        var answered = publish(bob, root, "answered");
        publish(alice, answered, "the answer");
        var alone = publish(bob, root, "alone");
        http.delete("/api/v1/posts/" + answered, bob);
        http.delete("/api/v1/posts/" + alone, bob);

        var replies = thread(root, null, "").path("replies");

        assertThat(replies.size()).isEqualTo(1);
        assertThat(replies.at("/0/post/state").asString()).isEqualTo("deleted");
        assertThat(replies.at("/0/post").has("author")).isFalse();
        assertThat(replies.at("/0/replies/0/post/text").asString()).isEqualTo("the answer");
        assertThat(http.get("/api/v1/posts/" + answered + "/thread", alice).status())
                .isEqualTo(404);
    }

    @Test
    void whatOthersAnsweredToABlockedPersonStaysReachable() {
        var carol = person("carol");
        var blocked = publish(bob, root, "blocked");
        publish(alice, blocked, "to the blocked");
        publish(bob, root, "left out");
        block(carol, bob);

        var replies = thread(root, carol, "").path("replies");

        assertThat(replies.size()).isEqualTo(1);
        assertThat(replies.at("/0/post").has("text")).isFalse();
        assertThat(replies.at("/0/post").has("author")).isFalse();
        assertThat(replies.at("/0/replies/0/post/text").asString()).isEqualTo("to the blocked");
        assertThat(thread(root, alice, "").path("replies").size()).isEqualTo(2);
    }

    @Test
    void branchesOfMutedPeopleAreClosedWithACount() {
        var carol = person("carol");
        var muted = publish(bob, root, "muted");
        var below = publish(alice, muted, "below");
        publish(alice, below, "further below");
        jdbc.sql("INSERT INTO social.mute (muter_id, muted_id, position) VALUES (?, ?, 1)")
                .param(carol.account().value())
                .param(bob.account().value())
                .update();

        var node = thread(root, carol, "").at("/replies/0");

        assertThat(node.at("/post/collapsed").asString()).isEqualTo("muted");
        assertThat(node.path("replies").size()).isZero();
        assertThat(node.path("moreReplies").asInt()).isEqualTo(2);
        var opened = thread(muted, carol, "cursor=" + node.path("cursor").asString());
        assertThat(texts(opened.path("replies"), "/post")).containsExactly("below");
    }

    @Test
    void whoBeganAThreadPutsABranchAside() {
        var branch = publish(bob, root, "off topic");
        publish(bob, branch, "even more");
        var path = "/api/v1/posts/" + branch + "/branch-hidden";

        assertThat(put(bob, path).status()).isEqualTo(403);
        assertThat(put(alice, path).status()).isEqualTo(204);

        var node = thread(root, null, "").at("/replies/0");
        assertThat(node.at("/post/collapsed").asString()).isEqualTo("blocked-branch");
        assertThat(node.at("/post/branchHidden").asBoolean()).isTrue();
        assertThat(node.path("moreReplies").asInt()).isEqualTo(1);

        assertThat(http.delete(path, alice).status()).isEqualTo(204);
        assertThat(thread(root, null, "").at("/replies/0/replies/0/post/text").asString())
                .isEqualTo("even more");
        assertThat(put(alice, "/api/v1/posts/" + root + "/branch-hidden").code())
                .isEqualTo("not-a-branch");
    }

    @Test
    void inALockedThreadItsAuthorAloneReplies() {
        var reply = publish(bob, root, "in time");
        var path = "/api/v1/posts/" + root + "/lock";
        assertThat(put(bob, path).status()).isEqualTo(403);
        assertThat(put(alice, path).status()).isEqualTo(204);

        for (var to : List.of(root, reply)) {
            var refused = http.post("/api/v1/posts", bob, "{\"text\":\"late\",\"replyTo\":\"%s\"}".formatted(to));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("thread-locked");
            assertThat(http.get("/api/v1/posts/" + to, bob)
                            .json()
                            .at("/viewer/mayReply")
                            .asBoolean())
                    .isFalse();
            publish(alice, to, "the last word");
        }
        assertThat(thread(root, null, "").at("/replies/0/post/locked").asBoolean())
                .isTrue();

        assertThat(http.delete(path, alice).status()).isEqualTo(204);
        publish(bob, root, "again");
        assertThat(put(bob, "/api/v1/posts/" + reply + "/lock").status()).isEqualTo(403);
        assertThat(put(alice, "/api/v1/posts/" + reply + "/lock").code()).isEqualTo("not-a-thread");
    }

    @ParameterizedTest
    @CsvSource({"PUT,lock", "DELETE,lock", "PUT,branch-hidden", "DELETE,branch-hidden"})
    void strangersOrderNothing(String method, String tool) {
        var reply = publish(bob, root, "reply");
        var blocked = person("blocked");
        block(alice, blocked);

        assertThat(send(method, root, tool, null).status()).isEqualTo(401);
        assertThat(send(method, reply, tool, person("stranger")).status()).isEqualTo(403);
        assertThat(send(method, root, tool, blocked).status()).isEqualTo(404);
        assertThat(send(method, new PostId(ids.next()).toString(), tool, alice).status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotForTheViewerHasNoThread() {
        var hidden = http.post("/api/v1/posts", alice, "{\"text\":\"circle\",\"visibility\":\"followers\"}")
                .json()
                .path("id")
                .asString();

        assertThat(http.get("/api/v1/posts/" + hidden + "/thread", bob).status())
                .isEqualTo(404);
        assertThat(http.get("/api/v1/posts/" + hidden + "/thread", null).status())
                .isEqualTo(404);
        assertThat(http.get("/api/v1/posts/" + hidden + "/thread", alice).status())
                .isEqualTo(200);
        assertThat(http.get("/api/v1/posts/" + new PostId(ids.next()) + "/thread", bob)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=best", "limit=101", "limit=-1", "cursor=%00", "cursor=1"})
    void badQuestionsAreRefused(String query) {
        assertThat(http.get("/api/v1/posts/" + root + "/thread?" + query, null).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest", "relevance"})
    void aThreadOfMoreThanAThousandIsReadPageByPage(String sort) {
        var written = write(1_100);

        var read = new ArrayList<String>();
        var cursor = "";
        do {
            var page = thread(root, null, "limit=100&sort=" + sort + cursor);
            read.addAll(texts(page.path("replies"), "/post"));
            cursor = page.has("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(read).hasSize(1_100).containsExactlyInAnyOrderElementsOf(written);
        if (sort.equals("oldest")) {
            assertThat(read).isEqualTo(written);
        }
    }

    @Test
    void aChainGoesOnByCursorWhereItIsTooDeepForOneAnswer() {
        var last = root;
        for (var i = 1; i <= Branches.LEVELS_MAX + 1; i++) {
            last = insert(last, i, "r" + i);
        }

        var thread = thread(root, null, "");
        var node = thread;
        for (var i = 1; i <= Branches.LEVELS_MAX; i++) {
            node = node.path("replies").get(0);
        }
        assertThat(node.at("/post/text").asString()).isEqualTo("r" + Branches.LEVELS_MAX);
        assertThat(node.path("moreReplies").asInt()).isEqualTo(1);
        var rest = thread(
                node.at("/post/id").asString(),
                null,
                "cursor=" + node.path("cursor").asString());
        assertThat(rest.at("/replies/0/post/id").asString()).isEqualTo(last);
        assertThat(rest.path("ancestors").size()).isEqualTo(Threads.ANCESTORS_MAX);
    }

    @Test
    void aThreadTakesAsManyStatementsHoweverLongItIs() {
        write(10);
        thread(root, bob, "");
        var few = queries(() -> thread(root, bob, ""));
        write(400);

        assertThat(queries(() -> thread(root, bob, ""))).isLessThanOrEqualTo(few);
    }

    @Test
    void likesBoostAPostAmongManyReplies() {
        var liked = publish(bob, root, "liked");
        clock.advance(Duration.ofMinutes(5));
        publish(bob, root, "newer");
        tallies.add(PostId.parse(liked), Tally.LIKES, 3);

        boosts.refresh(List.of(PostId.parse(liked), PostId.parse(root)));

        assertThat(boost(liked)).isEqualTo(Relevance.boost(3)).isPositive();
        assertThat(boost(root)).as("a first post stands among none").isZero();
    }

    @Test
    void aDoublingOfLikesIsWorthADay() {
        var day = Relevance.boost(1);
        assertThat(Relevance.boost(0)).isZero();
        assertThat(Relevance.boost(-5)).isZero();
        assertThat(Relevance.boost(3)).isEqualTo(2 * day);
        assertThat(Relevance.rank(0, 7)).isEqualTo(3 * day);
        assertThat(day).isEqualTo(Duration.ofDays(1).toMillis() << 22);
        assertThat(Long.MAX_VALUE - Relevance.boost(Long.MAX_VALUE)).isGreaterThan(ids.next());
    }

    private long boost(String post) {
        return jdbc.sql("SELECT boost FROM social.post WHERE id = ?")
                .param(PostId.parse(post).value())
                .query(Long.class)
                .single();
    }

    private List<String> write(int count) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            texts.add("n" + i);
            insert(root, 1, "n" + i);
        }
        return texts;
    }

    /** Quicker than by HTTP. */
    private String insert(String parent, int depth, String text) {
        var id = new PostId(ids.next());
        jdbc.sql("""
                INSERT INTO social.post (id, author_id, kind, state, text, visibility, who_may_reply, who_may_quote,
                                         root_id, reply_to_id, reply_to_author, depth, created_at)
                VALUES (?, ?, 'post', 'published', ?, 'public', 'everyone', 'everyone', ?, ?, ?, ?, now())
                """)
                .param(id.value())
                .param(bob.account().value())
                .param(text)
                .param(PostId.parse(root).value())
                .param(PostId.parse(parent).value())
                .param(bob.account().value())
                .param(depth)
                .update();
        tallies.add(PostId.parse(parent), Tally.REPLIES, 1);
        return id.toString();
    }

    private String publish(Person author, @Nullable String replyTo, String text) {
        var answer = http.post(
                "/api/v1/posts",
                author,
                replyTo == null
                        ? "{\"text\":\"%s\"}".formatted(text)
                        : "{\"text\":\"%s\",\"replyTo\":\"%s\"}".formatted(text, replyTo));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private JsonNode thread(String post, @Nullable Person viewer, String query) {
        var answer = http.get("/api/v1/posts/" + post + "/thread?" + query, viewer);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private List<String> replies(String query, @Nullable Person viewer) {
        return texts(thread(root, viewer, query).path("replies"), "/post");
    }

    private static List<String> texts(JsonNode posts) {
        return texts(posts, "");
    }

    private static List<String> texts(JsonNode nodes, String at) {
        var texts = new ArrayList<String>();
        nodes.forEach(node -> texts.add(node.at(at + "/text").asString()));
        return texts;
    }

    private void follow(Person follower, Person followed) {
        jdbc.sql("INSERT INTO social.follow (follower_id, followed_id, position) VALUES (?, ?, 1)")
                .param(follower.account().value())
                .param(followed.account().value())
                .update();
    }

    private void block(Person blocker, Person blocked) {
        jdbc.sql("INSERT INTO social.block (blocker_id, blocked_id, position) VALUES (?, ?, 1)")
                .param(blocker.account().value())
                .param(blocked.account().value())
                .update();
    }

    private Answer put(Person who, String path) {
        return http.send("PUT", path, who, BodyPublishers.noBody());
    }

    private Answer send(String method, String post, String tool, @Nullable Person who) {
        return http.send(method, "/api/v1/posts/" + post + "/" + tool, who, BodyPublishers.noBody());
    }
}
