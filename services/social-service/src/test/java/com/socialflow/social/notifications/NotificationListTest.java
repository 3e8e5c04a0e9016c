package com.socialflow.social.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.proto.social.v1.PollEnded;
import com.socialflow.proto.social.v1.PostEdited;
import com.socialflow.proto.social.v1.PostWithdrawn;
import com.socialflow.proto.social.v1.Tie;
import com.socialflow.testkit.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class NotificationListTest extends NotificationTest {

    @Autowired
    private NotificationSweep sweep;

    @Autowired
    private Crowds crowds;

    @Test
    void aStormOfLikesIsOneRowWithFiveFacesAndAnExactCount() {
        var post = post(alice, "look");
        var fans = new ArrayList<Person>();
        for (int n = 0; n < 12; n++) {
            fans.add(person("fan" + n));
        }
        happen(fans.stream().limit(8).map(fan -> liked(fan, post, alice)).toArray(com.google.protobuf.Message[]::new));
        happen(fans.stream().skip(6).map(fan -> liked(fan, post, alice)).toArray(com.google.protobuf.Message[]::new));

        var items = list(alice);

        assertThat(items).hasSize(1);
        assertThat(items.getFirst().path("count").asInt()).isEqualTo(12);
        assertThat(ids(items.getFirst().path("people")))
                .containsExactly(
                        fans.get(11).account().toString(),
                        fans.get(10).account().toString(),
                        fans.get(9).account().toString(),
                        fans.get(8).account().toString(),
                        fans.get(7).account().toString());
        assertThat(items.getFirst().path("post").path("text").asString()).isEqualTo("look");
        assertThat(unread(alice)).isEqualTo(1);
    }

    @Test
    void whatIsTakenBackVanishes() {
        var post = post(alice, "look");
        var carol = person("carol");
        happen(liked(bob, post, alice), liked(carol, post, alice), likeTakenBack(bob, post, alice));
        assertThat(list(alice).getFirst().path("count").asInt()).isEqualTo(1);

        happen(likeTakenBack(carol, post, alice), likeTakenBack(carol, post, alice));

        assertThat(list(alice)).isEmpty();
        assertThat(unread(alice)).isZero();
    }

    @Test
    void tellsOnceOfAPostThatAnswersQuotesAndMentions() {
        var mine = post(alice, "hello");
        var answer = post(bob, "@alice hi", "public", mine);
        var event = published(answer, bob)
                .setReplyTo(mine.value())
                .setReplyToAuthor(alice.account().value())
                .setQuote(mine.value())
                .setQuoteAuthor(alice.account().value())
                .addMention(alice.account().value())
                .build();
        happen(event);
        happen(event);

        assertThat(kinds(alice)).containsExactly("reply");
        assertThat(list(alice, "mentions")).hasSize(1);
    }

    @Test
    void nobodyIsToldOfTheirOwnActs() {
        var mine = post(alice, "hello");
        happen(
                liked(alice, mine, alice),
                published(post(alice, "more", "public", mine), alice)
                        .setReplyTo(mine.value())
                        .setReplyToAuthor(alice.account().value())
                        .addMention(alice.account().value())
                        .build());

        assertThat(rows(alice.account())).isZero();
    }

    @Test
    void followsOfADayAreOneRowAndRequestsGoWhenAnswered() {
        var carol = person("carol");
        happen(
                tie(bob, alice, Tie.FOLLOW, true),
                tie(carol, alice, Tie.FOLLOW, true),
                tie(bob, alice, Tie.FOLLOW_REQUEST, true));
        assertThat(kinds(alice)).containsExactlyInAnyOrder("follow", "follow-request");

        happen(
                tie(bob, alice, Tie.FOLLOW_REQUEST, false),
                tie(bob, alice, Tie.FOLLOW, true).toBuilder().setAccepted(true).build(),
                tie(carol, alice, Tie.FOLLOW, false));

        assertThat(kinds(alice)).containsExactly("follow");
        assertThat(list(alice).getFirst().path("count").asInt()).isEqualTo(1);
        assertThat(kinds(bob)).containsExactly("follow-accepted");
    }

    @Test
    void anotherDayIsAnotherRow() {
        var post = post(alice, "look");
        happen(liked(bob, post, alice));
        clock.advance(Duration.ofDays(1));
        happen(liked(person("carol"), post, alice));

        assertThat(kinds(alice)).containsExactly("like", "like");
    }

    @Test
    void readingIsRememberedAndGrowthIsUnreadAgain() {
        var post = post(alice, "look");
        happen(liked(bob, post, alice));
        var id = list(alice).getFirst().path("id").asString();

        assertThat(read(alice, id)).isEqualTo(204);
        assertThat(unread(alice)).isZero();
        assertThat(list(alice).getFirst().path("read").asBoolean()).isTrue();
        happen(liked(person("carol"), post, alice));

        assertThat(unread(alice)).isEqualTo(1);
        assertThat(list(alice).getFirst().path("id").asString()).isEqualTo(id);
        assertThat(list(alice).getFirst().path("read").asBoolean()).isFalse();
    }

    @Test
    void blockedAndMutedPeopleAreNeverHeardOf() {
        var post = post(alice, "look");
        var carol = person("carol");
        var dave = person("dave");
        happen(liked(bob, post, alice), liked(carol, post, alice), liked(dave, post, alice));

        block(alice, bob);
        happen(tie(alice, bob, Tie.BLOCK, true));
        mute(alice, carol, true);
        mute(alice, dave, false);
        happen(liked(carol, post(alice, "two"), alice), liked(bob, post(alice, "three"), alice));

        assertThat(list(alice)).hasSize(1);
        assertThat(ids(list(alice).getFirst().path("people")))
                .containsExactly(dave.account().toString());
        assertThat(list(alice).getFirst().path("count").asInt()).isEqualTo(1);
        assertThat(unread(alice)).isEqualTo(1);
    }

    @Test
    void goesWithThePostButNotWithADecisionAboutIt() {
        var post = post(alice, "look");
        happen(liked(bob, post, alice));
        transactions.executeWithoutResult(
                _ -> notifications.add(Notification.moderation(alice.account(), new NotificationId(ids.next()), post)));

        happen(PostWithdrawn.newBuilder()
                .setAuthor(alice.account().value())
                .setPost(post.value())
                .build());

        assertThat(kinds(alice)).containsExactly("moderation");
    }

    @Test
    void mentionsAddedByAnEditAreTold() {
        var post = post(bob, "hi @alice");
        mention(post, alice);
        happen(PostEdited.newBuilder()
                .setAuthor(bob.account().value())
                .setPost(post.value())
                .addNewMention(alice.account().value())
                .build());

        assertThat(kinds(alice)).containsExactly("mention");
    }

    @Test
    void theBellRingsForPostsAndVideosOfThoseWhoWantToHearThem() {
        var carol = person("carol");
        follow(alice, bob, true);
        follow(carol, bob, false);
        var post = post(bob, "news");
        happen(published(post, bob).build());
        crowds.run();

        eventually("alice is told", () -> kinds(alice).equals(List.of("post")));
        assertThat(rows(carol.account())).isZero();
    }

    @Test
    void pollsTellTheirAuthorAndWhoVoted() {
        var post = post(alice, "which?");
        jdbc.sql("INSERT INTO social.poll_vote (post_id, account_id, choices) VALUES (?, ?, '{0}')")
                .param(post.value())
                .param(bob.account().value())
                .update();
        happen(PollEnded.newBuilder()
                .setAuthor(alice.account().value())
                .setPost(post.value())
                .build());

        crowds.run();

        assertThat(kinds(alice)).containsExactly("poll-ended");
        eventually("bob is told", () -> kinds(bob).equals(List.of("poll-ended")));
        assertThat(list(bob).getFirst().path("people").size()).isEqualTo(1);
    }

    @Test
    void isForgottenAfterNinetyDays() {
        happen(liked(bob, post(alice, "look"), alice));
        clock.advance(NotificationSweep.KEPT.plusMinutes(1));
        sweep.old();

        assertThat(rows(alice.account())).isZero();
    }

    @Test
    void othersCanNeitherReadNorDeleteThem() {
        happen(liked(bob, post(alice, "look"), alice));
        var path = "/api/v1/notifications/" + list(alice).getFirst().path("id").asString();

        assertThat(http.delete(path, bob).status()).isEqualTo(404);
        assertThat(http.get("/api/v1/notifications", null).status()).isEqualTo(401);
        assertThat(list(bob)).isEmpty();
        assertThat(http.delete(path, alice).status()).isEqualTo(204);
        assertThat(list(alice)).isEmpty();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(http.get("/api/v1/notifications?filter=everything", alice).status())
                .isEqualTo(400);
        assertThat(http.get("/api/v1/notifications?limit=1000", alice).status()).isEqualTo(400);
        assertThat(http.get("/api/v1/notifications?cursor=zz", alice).status()).isEqualTo(400);
        assertThat(read(alice, "nonsense")).isEqualTo(422);
        // A moment that has not come would hide everything until then.
        assertThat(read(alice, "7ZZZZZZZZZZZZ")).isEqualTo(204);
        clock.advance(Duration.ofSeconds(1));
        happen(liked(bob, post(alice, "look"), alice));
        assertThat(unread(alice)).isEqualTo(1);
    }

    private int read(Person who, String upTo) {
        return http.send(
                        "PUT",
                        "/api/v1/notifications/read",
                        who,
                        BodyPublishers.ofString("{\"upTo\":\"" + upTo + "\"}"),
                        "Content-Type",
                        "application/json")
                .status();
    }

    private static List<String> ids(JsonNode people) {
        var found = new ArrayList<String>();
        people.forEach(person -> found.add(person.path("id").asString()));
        return found;
    }
}
