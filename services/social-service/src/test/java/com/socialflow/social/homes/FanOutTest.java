package com.socialflow.social.homes;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.HomeWorld;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class FanOutTest extends SocialServiceTest {

    @Autowired
    private FanOut fanOut;

    @Autowired
    private Homes homes;

    @Autowired
    private PulledAuthors pulled;

    @Autowired
    private PulledStore pulledStore;

    @Autowired
    private Leaving leaving;

    @Autowired
    private LiveHomes live;

    @Autowired
    private Tallies tallies;

    private HomeWorld world;
    private AccountId author;
    private AccountId reader;

    @BeforeEach
    void follow() {
        world = new HomeWorld(jdbc, ids, clock);
        author = world.person();
        reader = world.person();
        world.follow(reader, author, true);
        homes.finish(reader, homes.begin(reader).orElseThrow(), List.of(), true);
    }

    /** Notes whose followers are read when. */
    private static final class Noting extends FollowerStore {

        private final List<AccountId> order = new ArrayList<>();

        Noting(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        List<Follower> all(AccountId followed, long before, int limit) {
            order.add(followed);
            return super.all(followed, before, limit);
        }
    }

    private Delivered post(AccountId by) {
        var post = world.post(by).id();
        return new Delivered(by, List.of(new HomeEntry(post.value(), post, null)), Optional.empty());
    }

    private List<PostId> ready() {
        return homes.read(reader).entries().stream().map(HomeEntry::post).toList();
    }

    @Test
    void authorsTakeTurnsSoThatNobodyWaitsForAnotherOnesStorm() {
        var busy = world.person();
        jdbc.sql("""
                INSERT INTO social.follow (follower_id, followed_id, position)
                SELECT n, :busy, n FROM generate_series(1, 2600) AS n
                """).param("busy", busy.value()).update();
        var all = new ArrayList<Delivered>();
        for (var i = 0; i < 25; i++) {
            all.add(post(busy));
        }
        all.add(post(author));
        var noting = new Noting(jdbc);

        new FanOut(noting, homes, pulled, live).deliver(all);

        assertThat(noting.order.indexOf(author)).isEqualTo(1);
        assertThat(noting.order).as("twenty posts together").hasSize(2 * 3 + 1);
        assertThat(ready()).hasSize(1);
    }

    @Test
    void whoPostsMoreThanCanBeBroughtIsFetchedForAWhile() {
        fanOut.deliver(List.of(post(author)));
        assertThat(ready()).hasSize(1);
        pulled.count(author, HomeSettings.DELIVERIES_MAX + 1);

        var during = post(author);
        fanOut.deliver(List.of(during));
        assertThat(ready()).hasSize(1);
        assertThat(pulledStore.among(List.of(author))).containsExactly(author);

        clock.advance(HomeSettings.PULLED_FOR.plus(Duration.ofSeconds(1)));
        leaving.round();
        assertThat(pulledStore.among(List.of(author))).isEmpty();
        assertThat(ready()).contains(during.entries().getFirst().post());
        var after = post(author);
        fanOut.deliver(List.of(after));
        assertThat(ready()).hasSize(3).contains(after.entries().getFirst().post());
    }

    @Test
    void nothingIsLostWhenSomebodyGetsVeryManyFollowersAndLosesThem() {
        fanOut.deliver(List.of(post(author)));
        tallies.add(author, Tally.FOLLOWERS, 10_000);
        var fetched = post(author);
        fanOut.deliver(List.of(fetched));
        leaving.round();
        assertThat(ready()).hasSize(1);
        assertThat(pulledStore.among(List.of(author))).containsExactly(author);

        tallies.add(author, Tally.FOLLOWERS, -1_500);
        leaving.round();
        assertThat(pulledStore.among(List.of(author)))
                .as("a few less change nothing")
                .containsExactly(author);

        tallies.add(author, Tally.FOLLOWERS, -1_500);
        leaving.round();
        assertThat(pulledStore.among(List.of(author))).isEmpty();
        assertThat(ready()).hasSize(2).contains(fetched.entries().getFirst().post());
    }
}
