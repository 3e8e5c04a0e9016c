package com.socialflow.social.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.PostId;
import com.socialflow.social.PostsSteps;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReactionsTest extends PostsSteps {

    private static final String EVENT = "socialflow.social.v1.";

    @Autowired
    private Leftovers leftovers;

    @Test
    void likingTwiceIsLikingOnce() {
        var id = post(alice, "Good");

        assertThat(react("like", id, bob).status()).isEqualTo(204);
        assertThat(react("like", id, bob).status()).isEqualTo(204);

        assertThat(read(id, bob).at("/counts/likes").asInt()).isEqualTo(1);
        assertThat(read(id, bob).at("/viewer/liked").asBoolean()).isTrue();
        assertThat(events(bob.account())).containsExactly(EVENT + "PostLiked");
    }

    @Test
    void aLikeIsTakenBackOnce() {
        var id = post(alice, "Good");
        react("like", id, bob);

        assertThat(takeBack("like", id, bob).status()).isEqualTo(204);
        assertThat(takeBack("like", id, bob).status()).isEqualTo(204);

        assertThat(read(id, bob).at("/counts/likes").asInt()).isZero();
        assertThat(read(id, bob).at("/viewer/liked").asBoolean()).isFalse();
        assertThat(events(bob.account())).containsExactly(EVENT + "PostLiked", EVENT + "LikeTakenBack");
    }

    @Test
    void repostsAreCountedAndTakenBack() {
        var id = post(alice, "News");

        react("repost", id, bob);
        react("repost", id, bob);
        react("repost", id, alice);

        assertThat(read(id, bob).at("/counts/reposts").asInt()).isEqualTo(2);
        assertThat(read(id, bob).at("/viewer/reposted").asBoolean()).isTrue();
        assertThat(ids(http.get(POSTS + "/" + id + "/reposts", null).json()))
                .containsExactly(alice.account().toString(), bob.account().toString());
        takeBack("repost", id, bob);
        assertThat(read(id, bob).at("/counts/reposts").asInt()).isEqualTo(1);
        assertThat(events(bob.account())).containsExactly(EVENT + "PostReposted", EVENT + "RepostTakenBack");
    }

    @Test
    void whatIsForFollowersIsRepostedByItsAuthorAlone() {
        var id = publish(alice, "{\"text\":\"Among us\",\"visibility\":\"followers\"}");
        var carol = privatePerson("carol");
        var closed = post(carol, "Closed");
        follow(bob, alice);
        follow(bob, carol);

        assertThat(react("repost", id, bob).code()).isEqualTo("repost-not-allowed");
        assertThat(react("repost", closed, bob).code()).isEqualTo("repost-not-allowed");
        assertThat(react("like", closed, bob).status()).isEqualTo(204);
        assertThat(react("repost", id, alice).status()).isEqualTo(204);
        assertThat(react("repost", closed, carol).status()).isEqualTo(204);
    }

    @Test
    void nobodyElseLearnsOfBookmarks() {
        var first = post(alice, "Recipe");
        var second = post(alice, "Another");

        react("bookmark", first, bob);
        react("bookmark", second, bob);
        react("bookmark", first, bob);

        assertThat(ids(http.get("/api/v1/me/bookmarks", bob).json()))
                .containsExactly(second.toString(), first.toString());
        assertThat(ids(http.get("/api/v1/me/bookmarks", alice).json())).isEmpty();
        assertThat(http.get("/api/v1/me/bookmarks", null).status()).isEqualTo(401);
        assertThat(events(bob.account())).isEmpty();
        takeBack("bookmark", first, bob);
        assertThat(ids(http.get("/api/v1/me/bookmarks", bob).json())).containsExactly(second.toString());
    }

    @Test
    void ownLikesComeInPages() {
        var first = post(alice, "1");
        var second = post(alice, "2");
        var third = post(alice, "3");
        react("like", second, bob);
        react("like", first, bob);
        react("like", third, bob);

        var page = http.get("/api/v1/me/likes?limit=2", bob).json();
        var rest = http.get(
                        "/api/v1/me/likes?limit=2&cursor="
                                + page.path("nextCursor").asString(),
                        bob)
                .json();

        assertThat(ids(page)).containsExactly(third.toString(), first.toString());
        assertThat(ids(rest)).containsExactly(second.toString());
        assertThat(rest.path("nextCursor").isMissingNode()).isTrue();
    }

    @Test
    void listsLeaveOutWhomTheViewerIsNotToMeet() {
        var id = post(alice, "Good");
        var carol = person("carol");
        react("like", id, bob);
        react("like", id, carol);

        block(bob, alice);

        assertThat(ids(http.get(POSTS + "/" + id + "/likes", alice).json()))
                .containsExactly(carol.account().toString());
        assertThat(ids(http.get(POSTS + "/" + id + "/likes", carol).json())).hasSize(2);
        assertThat(http.get(POSTS + "/" + id + "/likes", bob).status()).isEqualTo(404);
    }

    @Test
    void whatOneDidIsTakenBackEvenWhenThePostIsOutOfSight() {
        var id = post(alice, "Good");
        react("like", id, bob);
        block(alice, bob);

        assertThat(takeBack("like", id, bob).status()).isEqualTo(204);
        assertThat(takeBack("like", id, bob).status()).isEqualTo(404);
        assertThat(react("like", id, bob).status()).isEqualTo(404);
    }

    @Test
    void nothingIsDoneWithWhatIsNotThere() {
        var nothing = new PostId(ids.next());

        assertThat(react("like", nothing, bob).status()).isEqualTo(404);
        assertThat(takeBack("repost", nothing, bob).status()).isEqualTo(404);
        assertThat(http.get(POSTS + "/" + nothing + "/quotes", bob).status()).isEqualTo(404);
        assertThat(put(POSTS + "/" + post(alice, "x") + "/like", null).status()).isEqualTo(401);
        assertThat(put(POSTS + "/nonsense/like", bob).status()).isIn(400, 404);
    }

    @Test
    void reactionsToDeletedPostsGo() {
        var id = post(alice, "Good");
        react("like", id, bob);
        react("repost", id, bob);
        react("bookmark", id, bob);
        http.delete(POSTS + "/" + id, alice);
        assertThat(ids(http.get("/api/v1/me/likes", bob).json())).isEmpty();

        leftovers.take();

        var left = jdbc.sql("""
                SELECT (SELECT count(*) FROM social.post_like WHERE post_id = :id)
                     + (SELECT count(*) FROM social.repost WHERE post_id = :id)
                     + (SELECT count(*) FROM social.bookmark WHERE post_id = :id)
                     + (SELECT count(*) FROM social.post_leftover WHERE post_id = :id)
                """).param("id", id.value()).query(Integer.class).single();
        assertThat(left).isZero();
    }
}
