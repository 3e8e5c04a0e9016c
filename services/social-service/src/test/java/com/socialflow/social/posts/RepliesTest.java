package com.socialflow.social.posts;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.PostId;
import com.socialflow.social.PostsSteps;
import com.socialflow.testkit.Http;
import com.socialflow.testkit.Person;
import org.junit.jupiter.api.Test;

class RepliesTest extends PostsSteps {

    @Test
    void aReplyKnowsItsPlace() {
        var root = post(alice, "First");
        var reply = reply(bob, root, "Second");
        var deeper = reply(alice, reply, "Third");

        var seen = read(deeper, null);

        assertThat(seen.path("replyTo").asString()).isEqualTo(reply.toString());
        assertThat(seen.path("replyToAuthor").asString())
                .isEqualTo(bob.account().toString());
        assertThat(seen.path("root").asString()).isEqualTo(root.toString());
        assertThat(seen.path("depth").asInt()).isEqualTo(2);
        assertThat(read(root, null).at("/counts/replies").asInt()).isEqualTo(1);
        assertThat(read(reply, null).at("/counts/replies").asInt()).isEqualTo(1);
    }

    @Test
    void deletedRepliesAreNotCounted() {
        var root = post(alice, "First");
        var reply = reply(bob, root, "Second");

        http.delete(POSTS + "/" + reply, bob);

        assertThat(read(root, null).at("/counts/replies").asInt()).isZero();
    }

    @Test
    void repliesOutliveWhatTheyAnswer() {
        var root = post(alice, "First");
        var reply = reply(bob, root, "Second");

        http.delete(POSTS + "/" + root, alice);

        assertThat(read(reply, null).path("replyTo").asString()).isEqualTo(root.toString());
        assertThat(tryReply(alice, root).status()).isEqualTo(404);
        assertThat(tryReply(alice, reply).status()).isEqualTo(201);
    }

    @Test
    void followersAloneReplyWhenTheAuthorSaysSo() {
        var root = publish(alice, "{\"text\":\"Friends?\",\"whoMayReply\":\"followers\"}");

        assertThat(tryReply(bob, root).code()).isEqualTo("reply-not-allowed");
        assertThat(read(root, bob).at("/viewer/mayReply").asBoolean()).isFalse();
        follow(bob, alice);
        assertThat(tryReply(bob, root).status()).isEqualTo(201);
        assertThat(tryReply(alice, root).status()).isEqualTo(201);
    }

    @Test
    void whatTheFirstPostSaysHoldsForTheThread() {
        var root = publish(alice, "{\"text\":\"Only %s\",\"whoMayReply\":\"mentioned\"}".formatted(at("bob", bob)));
        var reply = reply(bob, root, "Gladly");
        var carol = person("carol");

        assertThat(tryReply(carol, reply).code()).isEqualTo("reply-not-allowed");
        assertThat(read(reply, carol).at("/viewer/mayReply").asBoolean()).isFalse();
        assertThat(tryReply(alice, reply).status()).isEqualTo(201);
    }

    @Test
    void whoBeganALockedThreadAloneReplies() {
        var root = post(alice, "First");
        var reply = reply(bob, root, "Second");
        jdbc.sql("UPDATE social.post SET locked = true WHERE id = ?")
                .param(root.value())
                .update();

        assertThat(tryReply(bob, root).code()).isEqualTo("thread-locked");
        assertThat(tryReply(bob, reply).code()).isEqualTo("thread-locked");
        assertThat(tryReply(alice, reply).status()).isEqualTo(201);
        assertThat(read(reply, bob).path("locked").asBoolean()).isTrue();
    }

    @Test
    void chainsOfRepliesEnd() {
        var root = post(alice, "First");
        jdbc.sql("UPDATE social.post SET depth = ? WHERE id = ?")
                .param(Posts.DEPTH_MAX)
                .param(root.value())
                .update();

        assertThat(tryReply(bob, root).code()).isEqualTo("thread-too-deep");
    }

    @Test
    void answersToWhatIsForFollowersStayAmongThem() {
        var root = publish(alice, "{\"text\":\"Among us\",\"visibility\":\"followers\"}");
        follow(bob, alice);

        var reply = reply(bob, root, "Yes");

        assertThat(read(reply, bob).path("visibility").asString()).isEqualTo("followers");
        assertThat(status(reply, null)).isEqualTo(404);
        assertThat(status(reply, alice)).as("a reader who does not follow bob").isEqualTo(404);
    }

    @Test
    void whatIsNotThereIsNotAnswered() {
        assertThat(tryReply(bob, new PostId(ids.next())).status()).isEqualTo(404);
    }

    private Http.Answer tryReply(Person by, PostId to) {
        return http.post(POSTS, by, "{\"text\":\"I say\",\"replyTo\":\"%s\"}".formatted(to));
    }
}
