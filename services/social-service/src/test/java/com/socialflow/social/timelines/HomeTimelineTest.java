package com.socialflow.social.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Ids;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.messaging.BatchSubscriber;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.social.HomeWorld;
import com.socialflow.social.HomeWorld.Told;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.social.views.Entry;
import com.socialflow.social.views.EntryView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is on a home timeline, and what is not. */
class HomeTimelineTest extends SocialServiceTest {

    @Autowired
    private HomeTimeline home;

    @Autowired
    private BatchSubscriber deliveries;

    private HomeWorld world;
    private AccountId reader;
    private AccountId writer;
    private AccountId stranger;

    @BeforeEach
    void follow() {
        world = new HomeWorld(jdbc, ids, clock);
        reader = world.person();
        writer = world.person();
        stranger = world.person();
        world.follow(reader, writer, true);
    }

    @Test
    void aPageOverHttpHasWhatFollowedPeoplePost() {
        world.follow(alice.account(), writer, true);
        var post = world.post(writer);

        var answer = http.get("/api/v1/timelines/home", alice);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/items/0/id").asString())
                .isEqualTo(post.id().toString());
        assertThat(answer.json().at("/items/0/position").asString())
                .isEqualTo(post.id().toString());
        assertThat(answer.json().at("/newest").asString()).hasSize(13);
    }

    @Test
    void isForWhoeverIsSignedIn() {
        assertThat(http.get("/api/v1/timelines/home", null).status()).isEqualTo(401);
    }

    @Test
    void hasOnesOwnPostsAndNoStrangersAndNoComments() {
        var own = world.post(reader);
        world.post(stranger);
        world.comment(writer, ids.next());

        assertThat(shown()).containsExactly(own.id().value());
    }

    @Test
    void hasAnswersToWhomOneFollowsToo() {
        var asked = world.post(stranger);
        var mine = world.post(reader);
        world.reply(writer, asked);
        var toMe = world.reply(writer, mine);
        var own = world.post(writer);
        var thread = world.reply(writer, own);

        assertThat(shown())
                .containsExactly(
                        thread.id().value(),
                        own.id().value(),
                        toMe.id().value(),
                        mine.id().value());
    }

    @Test
    void hasAPostOnceByTheWayThatWasFirst() {
        var second = world.person();
        world.follow(reader, second, true);
        var strange = world.post(stranger);
        var followed = world.post(writer);
        world.repost(writer, strange);
        world.repost(second, strange);
        world.repost(second, followed);

        var entries = entries(Asked.of(page(20), null));

        assertThat(entries).hasSize(2);
        assertThat(repostedBy(entries.getFirst())).isEqualTo(writer);
        assertThat(entries.getLast().repostedBy()).isNull();
    }

    @Test
    void aRepostThatWasTakenBackLeavesTheNextOne() {
        var second = world.person();
        world.follow(reader, second, true);
        var strange = world.post(stranger);
        world.repost(writer, strange);
        world.repost(second, strange);
        deliver();
        shown();

        world.takeBack(writer, strange);

        assertThat(repostedBy(entries(Asked.of(page(20), null)).getFirst())).isEqualTo(second);
    }

    @Test
    void repostsComeAndGoWithTheWishForThem() {
        var strange = world.post(stranger);
        world.repost(writer, strange);
        world.follow(reader, writer, false);
        deliver();
        assertThat(shown()).isEmpty();

        world.follow(reader, writer, true);

        assertThat(shown()).hasSize(1);
    }

    @Test
    void hasPublicPostsWithFollowedHashtags() {
        jdbc.sql("INSERT INTO social.tag_follow (account_id, tag, position) VALUES (?, 'trains', ?)")
                .param(reader.value())
                .param(ids.next())
                .update();
        shown();
        var tagged = world.tagged(stranger, "trains");
        world.tagged(stranger, "planes");

        assertThat(shown()).containsExactly(tagged.id().value());
    }

    @Test
    void ownPostsAreThereBeforeTheyAreDelivered() {
        shown();

        var own = world.post(reader);

        assertThat(shown()).containsExactly(own.id().value());
    }

    @Test
    void goesOnInTheDatabaseWhereRedisEnds() {
        for (var i = 0; i < 150; i++) {
            world.post(writer);
            clock.advance(Duration.ofMinutes(7));
        }
        shown();
        deliver();

        assertThat(readToTheEnd(20)).isEqualTo(naive()).hasSize(150);
    }

    @Test
    void whatIsFollowedAnewIsThereAtOnce() {
        var old = world.post(stranger);
        assertThat(shown()).isEmpty();

        world.follow(reader, stranger, true);
        deliver();

        assertThat(shown()).containsExactly(old.id().value());
    }

    @Test
    void fillsPagesOfWhichMuchIsHidden() {
        for (var i = 0; i < 60; i++) {
            var post = world.post(writer);
            if (i % 3 > 0) {
                jdbc.sql("UPDATE social.post SET state = 'held' WHERE id = ?")
                        .param(post.id().value())
                        .update();
            }
        }
        shown();

        assertThat(entries(Asked.of(page(15), null))).hasSize(15);
    }

    private List<Long> readToTheEnd(int limit) {
        var all = new ArrayList<Long>();
        var next = Optional.of(Cursor.START);
        while (next.isPresent()) {
            var page = home.page(actor(), new Asked(limit, next.get(), Cursor.START))
                    .page();
            page.items().forEach(item -> all.add(Ids.parse(item.position())));
            next = page.next();
        }
        return all;
    }

    private static AccountId repostedBy(EntryView item) {
        return Objects.requireNonNull(item.repostedBy()).id();
    }

    private void deliver() {
        deliveries.handle(world.told().stream().map(Told::event).toList());
    }

    private List<Long> naive() {
        return world.home(reader, Set.of()).stream().map(Entry::position).toList();
    }

    private List<Long> shown() {
        return entries(Asked.of(page(100), null)).stream()
                .map(item -> Ids.parse(item.position()))
                .toList();
    }

    private List<EntryView> entries(Asked asked) {
        return home.page(actor(), asked).page().items();
    }

    private Actor actor() {
        return new Actor(reader, "session", Set.of(), Instant.EPOCH, null);
    }

    private static PageRequest page(int limit) {
        return new PageRequest(limit, Cursor.START);
    }
}
