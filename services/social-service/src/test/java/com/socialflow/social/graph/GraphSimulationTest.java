package com.socialflow.social.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.social.graph.GraphModel.Tie;
import com.socialflow.social.tallies.Tally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** After any actions the tables say what a model of thirty lines says, and the counts are those of the rows. */
class GraphSimulationTest extends GraphTest {

    private static final String FOLLOWS =
            "SELECT follower_id, followed_id FROM social.follow WHERE follower_id = ANY (?::bigint[])";
    private static final String REQUESTS =
            "SELECT requester_id, target_id FROM social.follow_request WHERE requester_id = ANY (?::bigint[])";
    private static final String BLOCKS =
            "SELECT blocker_id, blocked_id FROM social.block WHERE blocker_id = ANY (?::bigint[])";
    private static final int PEOPLE = 4;
    private static final int ACTIONS = 40;
    private static final long SEED = Long.getLong("seed", 1);

    /** A sample of every build; the rest is run by {@code ./socialflow simulate}. */
    private static final int SAMPLE = 20;

    private static final int SEEDS = 200;
    private static final int RACES = 40;

    @Autowired
    private FollowChanges changes;

    @Autowired
    private FollowRequests requests;

    @Autowired
    private Blocks blocks;

    @Autowired
    private Openings openings;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void theTablesSayWhatTheModelSays() {
        for (var seed = SEED; seed < SEED + SAMPLE; seed++) {
            simulate(seed);
        }
    }

    @Tag("simulation")
    @Test
    void theTablesSayWhatTheModelSaysForManySeeds() {
        for (var seed = SEED; seed < SEED + SEEDS; seed++) {
            simulate(seed);
        }
    }

    private void simulate(long seed) {
        var random = new Random(seed);
        var model = new GraphModel();
        var all = somePeople(PEOPLE);
        for (var action = 0; action < ACTIONS; action++) {
            act(random, model, all.get(random.nextInt(PEOPLE)), all.get(random.nextInt(PEOPLE)));
        }
        assertThat(rows(FOLLOWS, all)).as("follows of seed %d", seed).isEqualTo(model.follows);
        assertThat(rows(REQUESTS, all)).as("requests of seed %d", seed).isEqualTo(model.requests);
        assertThat(rows(BLOCKS, all)).as("blocks of seed %d", seed).isEqualTo(model.blocks);
        countsAreThoseOfTheRows(seed, model, all);
    }

    private void act(Random random, GraphModel model, AccountId from, AccountId to) {
        switch (random.nextInt(11)) {
            case 0, 1, 2, 3 -> {
                model.follow(from, to);
                if (!from.equals(to)
                        && changes.adjust(from, to, FollowWish.NOTHING).isEmpty()) {
                    changes.begin(from, to, FollowOptions.DEFAULT);
                }
            }
            case 4 -> {
                model.unfollow(from, to);
                changes.end(from, to);
            }
            case 5 -> {
                model.accept(from, to);
                requests.accept(to, from);
            }
            case 6 -> {
                model.reject(from, to);
                requests.reject(to, from);
            }
            case 7 -> {
                model.block(from, to);
                if (!from.equals(to)) {
                    blocks.block(from, to);
                }
            }
            case 8 -> {
                model.unblock(from, to);
                blocks.unblock(from, to);
            }
            case 9 -> {
                model.shy.add(from);
                setPrivate(from, true);
            }
            default -> {
                model.open(from);
                setPrivate(from, false);
                transactions.executeWithoutResult(_ -> openings.add(from));
                openings.run();
            }
        }
    }

    private void countsAreThoseOfTheRows(long seed, GraphModel model, List<AccountId> all) {
        var counts = tallies.of(all);
        for (var person : all) {
            var of = counts.getOrDefault(person.value(), Map.of());
            assertThat(of.getOrDefault(Tally.FOLLOWING, 0L))
                    .as("seed %d", seed)
                    .isEqualTo(model.follows.stream()
                            .filter(tie -> tie.from().equals(person))
                            .count());
            assertThat(of.getOrDefault(Tally.FOLLOWERS, 0L))
                    .as("seed %d", seed)
                    .isEqualTo(model.follows.stream()
                            .filter(tie -> tie.to().equals(person))
                            .count());
        }
    }

    /** Whoever of the two is first: the follow ends or never begins. */
    @Test
    void aFollowAndABlockAtOnceNeverStandSideBySide() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var race = 0; race < RACES; race++) {
                var two = somePeople(2);
                var follow = threads.submit(() -> changes.begin(two.get(0), two.get(1), FollowOptions.DEFAULT));
                var block = threads.submit(() -> blocks.block(two.get(1), two.get(0)));
                follow.get();
                block.get();

                assertThat(rows(FOLLOWS, two)).isEmpty();
                assertThat(tallies.of(two).values().stream()
                                .flatMap(of -> of.values().stream())
                                .mapToLong(Long::longValue)
                                .sum())
                        .isZero();
            }
        }
    }

    private List<AccountId> somePeople(int number) {
        var all = new ArrayList<AccountId>();
        for (var i = 0; i < number; i++) {
            all.add(person("somebody").account());
        }
        people.find(Set.copyOf(all));
        return all;
    }

    private void setPrivate(AccountId account, boolean privateNow) {
        jdbc.sql("UPDATE social.person SET private_account = ? WHERE account_id = ?")
                .param(privateNow)
                .param(account.value())
                .update();
    }

    private Set<Tie> rows(String select, List<AccountId> all) {
        return new HashSet<>(jdbc.sql(select)
                .param(all.stream().mapToLong(AccountId::value).toArray())
                .query((row, _) -> new Tie(new AccountId(row.getLong(1)), new AccountId(row.getLong(2))))
                .list());
    }
}
