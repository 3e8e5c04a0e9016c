package com.socialflow.views;

import static com.socialflow.views.Told.DAY;
import static com.socialflow.views.Told.RULE;
import static com.socialflow.views.Told.beacons;
import static com.socialflow.views.Told.crowds;
import static com.socialflow.views.Told.watches;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.views.population.Kind;
import com.socialflow.views.population.Population;
import com.socialflow.views.population.Visit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People's views count, and nobody else's, in seeded mixes of people, owners and eight kinds of bots. */
class FraudTest {

    private static final int VIDEOS = 30;
    private static final int PEOPLE = 1_500;
    private static final int OF_EACH_KIND = 60;
    private static final int SEEDS_SHORT = 12;
    private static final int SEEDS_LONG = 400;
    private static final double PRECISION = 0.99;
    private static final double RECALL = 0.95;

    /** What became of the visits of one kind. */
    private static final class Tally {
        int visits;
        int shouldCount;
        int wrongly;
        int rejected;
        final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);

        @Override
        public String toString() {
            return "%d visits, %d should count, %d judged wrongly, %s".formatted(visits, shouldCount, wrongly, reasons);
        }
    }

    @Test
    void tellsPeopleFromBotsInADozenMixes() {
        for (var seed : seeds(SEEDS_SHORT)) {
            tells(seed);
        }
    }

    @Test
    @Tag("simulation")
    void tellsPeopleFromBotsInHundredsOfMixes() {
        for (var seed : seeds(SEEDS_LONG)) {
            tells(seed);
        }
    }

    private static void tells(long seed) {
        var population = new Population(new Random(seed), RULE, DAY, VIDEOS);
        var visits = new ArrayList<>(population.people(PEOPLE));
        for (var kind : Kind.values()) {
            visits.addAll(population.of(kind, OF_EACH_KIND));
        }
        var tallies = judge(visits, seed);
        var bots = 0;
        var caught = 0;
        for (var kind : Kind.values()) {
            var tally = requireNonNull(tallies.get(kind));
            bots += kind.fraud() ? tally.visits : 0;
            caught += kind.fraud() ? tally.rejected : 0;
            assertThat(kind == Kind.PERSON ? 1 : tally.rejected / (double) tally.visits)
                    .as("recall of %s by seed %d: %s", kind, seed, tallies)
                    .isGreaterThan(0.8);
        }
        var innocent = requireNonNull(tallies.get(Kind.PERSON)).wrongly;
        assertThat(caught / (double) (caught + innocent))
                .as("precision by seed %d: %s", seed, tallies)
                .isGreaterThanOrEqualTo(PRECISION);
        assertThat(caught / (double) bots)
                .as("recall by seed %d: %s", seed, tallies)
                .isGreaterThanOrEqualTo(RECALL);
    }

    /** The last word on each visit; that the reason is one of its kind's is asserted here. */
    private static Map<Kind, Tally> judge(List<Visit> visits, long seed) {
        var told = beacons(visits);
        Collections.shuffle(told, new Random(seed));
        var watches = watches(told);
        var crowds = crowds(watches);
        var tallies = new EnumMap<Kind, Tally>(Kind.class);
        for (var visit : visits) {
            var view = requireNonNull(watches.get(visit.key())).view().orElseThrow();
            var reason = lastWord(visit, view, crowds);
            var tally = tallies.computeIfAbsent(visit.kind(), kind -> new Tally());
            tally.visits++;
            tally.shouldCount += visit.counts() ? 1 : 0;
            tally.wrongly += visit.counts() == reason.isPresent() ? 1 : 0;
            tally.rejected += reason.isPresent() ? 1 : 0;
            reason.ifPresent(why -> tally.reasons.merge(why, 1, Integer::sum));
            // A person whom a verdict hits is a false positive, not a false reason.
            if (visit.kind().fraud()) {
                reason.ifPresent(why -> assertThat(visit.kind().reasons())
                        .as("reason for %s by seed %d: %s, %s", visit.kind(), seed, view, visit)
                        .contains(why));
            }
        }
        return tallies;
    }

    private static Optional<Reason> lastWord(Visit visit, View view, Map<CrowdKey, Crowd> crowds) {
        return CrowdKey.of(visit.key().video(), view)
                .map(key -> requireNonNull(crowds.get(key)).verdict().reasonOf(view))
                .orElse(view.reason());
    }

    @ParameterizedTest
    @ValueSource(longs = {9_000, 15_000, 40_000, 180_000, 1_200_000, 2_400_000})
    void fiveHundredPeopleBehindOneAddressAllCount(long durationMillis) {
        for (var seed : seeds(SEEDS_SHORT / 4)) {
            allCount(seed, 500, durationMillis, false);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 12, 25, 60, 300})
    void peopleBehindOneVpnAllCount(int people) {
        for (var seed : seeds(SEEDS_SHORT)) {
            allCount(seed, people, 300_000, true);
        }
    }

    private static void allCount(long seed, int people, long durationMillis, boolean dataCentre) {
        var visits = new Population(new Random(seed), RULE, DAY, VIDEOS)
                .behindOneAddress(people, durationMillis, dataCentre);

        var tally = requireNonNull(judge(visits, seed).get(Kind.PERSON));

        assertThat(tally.wrongly).as("seed %d: %s", seed, tally).isLessThanOrEqualTo((int) (tally.shouldCount * 0.01));
        if (people >= 100) {
            assertThat(tally.shouldCount).isGreaterThan(people / 3);
        }
    }

    @Test
    void aVerdictTurnsWhenPeopleJoinTheCrowd() {
        var population = new Population(new Random(4), RULE, DAY, VIDEOS);
        var crowd = RULE.crowd();
        assertThat(crowd.verdict()).isEqualTo(new Verdict.Plausible());
        for (var visit : population.of(Kind.VIEW_FARM, 1)) {
            crowd = crowd.with(view(visit));
        }
        assertThat(crowd.verdict()).isEqualTo(new Verdict.Rejected(Reason.BURST));
        for (var visit : population.behindOneAddress(500, 300_000, false)) {
            crowd = crowd.with(view(visit));
        }
        assertThat(crowd.verdict()).isEqualTo(new Verdict.Plausible());
    }

    private static View view(Visit visit) {
        return Told.watch(visit.beacons()).view().orElseThrow();
    }

    private static List<Long> seeds(int count) {
        var one = System.getProperty("seed", "");
        var first = one.isEmpty() ? 1 : Long.parseLong(one);
        var seeds = new ArrayList<Long>();
        for (var i = 0; i < (one.isEmpty() ? count : 1); i++) {
            seeds.add(first + i);
        }
        return seeds;
    }
}
