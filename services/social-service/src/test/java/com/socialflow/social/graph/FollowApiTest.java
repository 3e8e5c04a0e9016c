package com.socialflow.social.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.InvalidProtocolBufferException;
import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.limits.Throttle;
import com.socialflow.proto.social.v1.Tie;
import com.socialflow.proto.social.v1.TieChanged;
import com.socialflow.social.tallies.Tally;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FollowApiTest extends GraphTest {

    private static final String TIE_CHANGED = "socialflow.social.v1.TieChanged";

    @Autowired
    private Throttle throttle;

    @Test
    void followingTwiceIsFollowingOnce() {
        assertThat(follow(alice, bob).status()).isEqualTo(204);
        assertThat(follow(alice, bob).status()).isEqualTo(204);

        assertThat(relation(alice, bob).path("following").asBoolean()).isTrue();
        assertThat(relation(bob, alice).path("followedBy").asBoolean()).isTrue();
        assertThat(count(bob, Tally.FOLLOWERS)).isEqualTo(1);
        assertThat(count(alice, Tally.FOLLOWING)).isEqualTo(1);
        assertThat(events(alice.account())).containsExactly(TIE_CHANGED);
        var social = http.get(of(bob) + "/social", alice).json();
        assertThat(social.path("followers").asInt()).isEqualTo(1);
        assertThat(social.at("/relation/following").asBoolean()).isTrue();
    }

    @Test
    void unfollowingTwiceAndUnfollowingNobodyChangeNothing() {
        follow(alice, bob);

        assertThat(http.delete(of(bob) + "/follow", alice).status()).isEqualTo(204);
        assertThat(http.delete(of(bob) + "/follow", alice).status()).isEqualTo(204);

        assertThat(relation(alice, bob).path("following").asBoolean()).isFalse();
        assertThat(count(bob, Tally.FOLLOWERS)).isZero();
        assertThat(count(alice, Tally.FOLLOWING)).isZero();
        assertThat(events(alice.account())).hasSize(2);
    }

    @Test
    void optionsStayAsTheyWereUnlessSaid() {
        put(of(bob) + "/follow", alice, "{\"bell\":true,\"reposts\":false}");
        put(of(bob) + "/follow", alice, "{\"reposts\":true}");
        follow(alice, bob);

        assertThat(relation(alice, bob).path("bell").asBoolean()).isTrue();
        assertThat(relation(alice, bob).path("reposts").asBoolean()).isTrue();
        assertThat(put(of(bob) + "/follow", alice, "{\"loud\":true}").status()).isEqualTo(400);
    }

    @Test
    void aFollowRemembersTheVideoOnWhosePageItBegan() {
        var video = ids.next();
        put(of(bob) + "/follow", alice, "{\"video\":\"%s\"}".formatted(new VideoId(video)));
        put(of(bob) + "/follow", alice, "{\"video\":\"%s\",\"bell\":true}".formatted(new VideoId(ids.next())));
        http.delete(of(bob) + "/follow", alice);
        follow(alice, bob);

        assertThat(changes(alice.account()))
                .extracting(TieChanged::getPresent, TieChanged::getVideo)
                .containsExactly(tuple(true, video), tuple(false, video), tuple(true, 0L));
        assertThat(put(of(alice) + "/follow", bob, "{\"video\":\"no id\"}").status())
                .isEqualTo(422);
    }

    @Test
    void whoeverIsLetInFollowsFromTheVideoWhereItWasAsked() {
        var carol = privatePerson("carol");
        var video = ids.next();
        put(of(carol) + "/follow", alice, "{\"video\":\"%s\"}".formatted(new VideoId(video)));

        http.post("/api/v1/me/follow-requests/" + alice.account() + "/acceptance", carol, "");

        assertThat(changes(alice.account()))
                .extracting(TieChanged::getTie, TieChanged::getVideo)
                .contains(tuple(Tie.FOLLOW, video));
    }

    /** What was told of a person's ties, in its order. */
    private List<TieChanged> changes(AccountId account) {
        return jdbc.sql("SELECT payload FROM social.outbox WHERE event_type = ? AND ordering_key = ? ORDER BY event_id")
                .param(TIE_CHANGED)
                .param(account.value())
                .query((row, _) -> {
                    try {
                        return TieChanged.parseFrom(row.getBytes(1));
                    } catch (InvalidProtocolBufferException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .list();
    }

    @Test
    void rejectsFollowingYourselfStrangersAndNobody() {
        assertThat(follow(alice, alice).status()).isEqualTo(422);
        assertThat(follow(alice, alice).code()).isEqualTo("oneself");
        assertThat(put("/api/v1/accounts/" + new AccountId(ids.next()) + "/follow", alice)
                        .status())
                .isEqualTo(404);
        assertThat(put("/api/v1/accounts/nobody/follow", alice).status()).isEqualTo(404);
        assertThat(http.send("PUT", of(bob) + "/follow", null, BodyPublishers.noBody())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoeverIsPrivateIsAskedFirst() {
        var carol = privatePerson("carol");

        var asked = put(of(carol) + "/follow", alice, "{\"bell\":true}");
        follow(bob, carol);

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.json().path("state").asString()).isEqualTo("requested");
        assertThat(relation(alice, carol).path("requested").asBoolean()).isTrue();
        assertThat(count(carol, Tally.FOLLOWERS)).isZero();
        assertThat(ids(http.get("/api/v1/me/follow-requests", carol)))
                .containsExactly(bob.account().toString(), alice.account().toString());

        var requests = "/api/v1/me/follow-requests/";
        assertThat(http.post(requests + alice.account() + "/acceptance", carol, "")
                        .status())
                .isEqualTo(204);
        assertThat(http.delete(requests + bob.account(), carol).status()).isEqualTo(204);
        assertThat(http.delete(requests + bob.account(), carol).status()).isEqualTo(404);
        assertThat(http.post(requests + bob.account() + "/acceptance", carol, "")
                        .status())
                .isEqualTo(404);

        assertThat(relation(alice, carol).path("following").asBoolean()).isTrue();
        assertThat(relation(alice, carol).path("bell").asBoolean()).isTrue();
        assertThat(relation(bob, carol).path("requested").asBoolean()).isFalse();
        assertThat(count(carol, Tally.FOLLOWERS)).isEqualTo(1);
    }

    @Test
    void unfollowingTakesARequestBack() {
        var carol = privatePerson("carol");
        follow(alice, carol);

        http.delete(of(carol) + "/follow", alice);

        assertThat(ids(http.get("/api/v1/me/follow-requests", carol))).isEmpty();
    }

    @Test
    void aFollowerWhoIsRemovedFollowsNoLonger() {
        follow(bob, alice);

        assertThat(http.delete("/api/v1/me/followers/" + bob.account(), alice).status())
                .isEqualTo(204);

        assertThat(relation(bob, alice).path("following").asBoolean()).isFalse();
        assertThat(count(alice, Tally.FOLLOWERS)).isZero();
    }

    @Test
    void listsComePageByPageTheNewestFirst() {
        var fans = IntStream.range(0, 5).mapToObj(i -> person("fan" + i)).toList();
        fans.forEach(fan -> follow(fan, alice));

        var first = http.get(of(alice) + "/followers?limit=3", null);
        var second = http.get(
                of(alice) + "/followers?limit=3&cursor="
                        + first.json().path("nextCursor").asString(),
                bob);

        assertThat(ids(first))
                .containsExactly(
                        fans.get(4).account().toString(),
                        fans.get(3).account().toString(),
                        fans.get(2).account().toString());
        assertThat(ids(second))
                .containsExactly(
                        fans.get(1).account().toString(), fans.get(0).account().toString());
        assertThat(second.json().has("nextCursor")).isFalse();
        assertThat(ids(http.get(of(fans.get(0)) + "/following", null)))
                .containsExactly(alice.account().toString());
    }

    @Test
    void aPrivatePersonsListsAreForFollowers() {
        var carol = privatePerson("carol");
        follow(alice, carol);
        http.post("/api/v1/me/follow-requests/" + alice.account() + "/acceptance", carol, "");

        assertThat(http.get(of(carol) + "/followers", bob).status()).isEqualTo(404);
        assertThat(http.get(of(carol) + "/followers", null).status()).isEqualTo(404);
        assertThat(ids(http.get(of(carol) + "/followers", alice)))
                .containsExactly(alice.account().toString());
        assertThat(ids(http.get(of(carol) + "/followers", carol)))
                .containsExactly(alice.account().toString());
    }

    @Test
    void aDayHasAnEndToNewFollows() {
        for (var i = 0; i < Follows.NEW_ONES.tries(); i++) {
            throttle.take("follow:" + alice.account(), Follows.NEW_ONES);
        }

        var refused = follow(alice, bob);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(relation(alice, bob).path("following").asBoolean()).isFalse();
    }

    @Test
    void whoFollowsVeryManyNeedsAsManyFollowersToFollowMore() {
        tallies.add(alice.account(), Tally.FOLLOWING, FollowChanges.FOLLOWED_MAX);
        assertThat(follow(alice, bob).code()).isEqualTo("follows-too-many");

        tallies.add(alice.account(), Tally.FOLLOWERS, FollowChanges.FOLLOWED_MAX + 1);
        assertThat(follow(alice, bob).status()).isEqualTo(204);
    }
}
