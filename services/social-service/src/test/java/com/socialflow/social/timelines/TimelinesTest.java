package com.socialflow.social.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.social.HomeWorld;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.social.views.Entry;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every timeline but home, over HTTP. */
class TimelinesTest extends SocialServiceTest {

    @Autowired
    private TimelineStore store;

    private HomeWorld world;
    private AccountId writer;

    @BeforeEach
    void begin() {
        world = new HomeWorld(jdbc, ids, clock);
        writer = world.person();
    }

    @Test
    void anAccountsPageHasPostsAndReposts() {
        var post = world.post(writer);
        var other = world.post(alice.account());
        world.repost(writer, other);
        world.reply(writer, other);

        assertThat(items("/api/v1/timelines/accounts/" + writer, null))
                .containsExactly(other.id().toString(), post.id().toString());
        assertThat(items("/api/v1/timelines/accounts/" + writer + "?filter=posts-and-replies", bob))
                .hasSize(3);
        assertThat(items("/api/v1/timelines/accounts/" + writer + "?filter=media", bob))
                .isEmpty();
        assertThat(items("/api/v1/timelines/accounts/" + writer + "?filter=videos", bob))
                .isEmpty();
    }

    @Test
    void whatIsPinnedComesFirstAndOnce() {
        var pinned = world.post(writer);
        var newer = world.post(writer);
        jdbc.sql("UPDATE social.post SET pinned_at = created_at WHERE id = ?")
                .param(pinned.id().value())
                .update();

        assertThat(items("/api/v1/timelines/accounts/" + writer, alice))
                .containsExactly(pinned.id().toString(), newer.id().toString());
    }

    @Test
    void thePageOfSomebodyWhoBlocksTheViewerIsNotThere() {
        jdbc.sql("INSERT INTO social.block (blocker_id, blocked_id, position) VALUES (?, ?, ?)")
                .param(writer.value())
                .param(alice.account().value())
                .param(ids.next())
                .update();

        assertThat(http.get("/api/v1/timelines/accounts/" + writer, alice).status())
                .isEqualTo(404);
        assertThat(http.get("/api/v1/timelines/accounts/" + writer, bob).status())
                .isEqualTo(200);
        assertThat(http.get("/api/v1/timelines/accounts/" + Ids.format(ids.next()), bob)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aHashtagHasItsPublicPostsInAnyCase() {
        var tag = "tag" + Ids.format(ids.next()).toLowerCase(java.util.Locale.ROOT);
        var post = world.tagged(writer, tag);

        assertThat(items("/api/v1/timelines/hashtags/" + tag.toUpperCase(java.util.Locale.ROOT), null))
                .containsExactly(post.id().toString());
        assertThat(http.get("/api/v1/timelines/hashtags/a-b", null).status()).isEqualTo(404);
    }

    @Test
    void thePublicOneHasEverybodysPostsButNoAnswers() {
        var post = world.post(writer);
        var answer = world.reply(alice.account(), post);

        assertThat(items("/api/v1/timelines/public?limit=100", null))
                .contains(post.id().toString())
                .doesNotContain(answer.id().toString());
    }

    @Test
    void aListHasItsMembersAndIsItsOwnersAlone() {
        var list = ids.next();
        jdbc.sql("INSERT INTO social.list (id, owner_id, title) VALUES (?, ?, 'friends')")
                .param(list)
                .param(alice.account().value())
                .update();
        jdbc.sql("INSERT INTO social.list_member (list_id, account_id, owner_id, position) VALUES (?, ?, ?, ?)")
                .param(list)
                .param(writer.value())
                .param(alice.account().value())
                .param(ids.next())
                .update();
        var post = world.post(writer);
        var other = world.post(bob.account());
        world.repost(writer, other);
        world.post(alice.account());

        assertThat(items("/api/v1/timelines/lists/" + Ids.format(list), alice))
                .containsExactly(other.id().toString(), post.id().toString());
        assertThat(http.get("/api/v1/timelines/lists/" + Ids.format(list), bob).status())
                .isEqualTo(404);
        assertThat(http.get("/api/v1/timelines/lists/none", alice).status()).isEqualTo(404);
    }

    @Test
    void theVideosAreAnnouncementsOfFollowedPeople() {
        world.follow(alice.account(), writer, true);
        var post = world.post(writer);
        var video = ids.next();
        jdbc.sql("UPDATE social.post SET kind = 'announcement', video_id = ?, root_video_id = ? WHERE id = ?")
                .param(video)
                .param(video)
                .param(post.id().value())
                .update();
        world.post(writer);

        // Of a video that nobody knows nothing is shown.
        assertThat(items("/api/v1/timelines/videos", alice)).isEmpty();
        assertThat(store.videos(alice.account(), Reach.ALL, 10))
                .containsExactly(new Entry(post.id().value(), post.id(), null));
    }

    @Test
    void onlyWhatCameSinceIsGivenAndPagesHaveALink() {
        var tag = "tag" + Ids.format(ids.next()).toLowerCase(java.util.Locale.ROOT);
        for (var i = 0; i < 5; i++) {
            world.tagged(writer, tag);
        }
        var first = http.get("/api/v1/timelines/hashtags/" + tag + "?limit=3", alice);
        clock.advance(java.time.Duration.ofMinutes(1));
        var since = http.get("/api/v1/timelines/hashtags/" + tag, alice)
                .json()
                .at("/newest")
                .asString();
        clock.advance(java.time.Duration.ofMinutes(1));
        var news = world.tagged(writer, tag);

        assertThat(ids(first)).hasSize(3);
        assertThat(first.json().at("/nextCursor").asString())
                .isEqualTo(first.json().at("/items/2/position").asString());
        assertThat(items("/api/v1/timelines/hashtags/" + tag + "?since=" + since, alice))
                .containsExactly(news.id().toString());
    }

    @Test
    void readPositionsAreKeptForEachDevice() {
        var path = "/api/v1/me/read-positions/home";
        var position = Ids.format(ids.next());
        assertThat(http.get(path, alice).json().at("/devices").size()).isZero();

        var body = "{\"position\":\"%s\",\"device\":\"%s\"}";
        assertThat(put(path, body.formatted(position, "phone")).status()).isEqualTo(204);
        clock.advance(java.time.Duration.ofSeconds(1));
        var later = Ids.format(ids.next());
        put(path, body.formatted(later, "desk"));

        var kept = http.get(path, alice).json();
        assertThat(kept.at("/position").asString()).isEqualTo(later);
        assertThat(kept.at("/devices").size()).isEqualTo(2);
        assertThat(http.get(path, bob).json().at("/devices").size()).isZero();
        assertThat(put(path, "{\"position\":\"x\",\"device\":\"desk\"}").status())
                .isEqualTo(422);
    }

    private Answer put(String path, String json) {
        return http.send("PUT", path, alice, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    private List<String> items(String path, @Nullable Person who) {
        var answer = http.get(path, who);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return ids(answer);
    }

    private static List<String> ids(Answer answer) {
        var found = new ArrayList<String>();
        answer.json().at("/items").forEach(item -> found.add(item.at("/id").asString()));
        return found;
    }
}
