package com.socialflow.social.homes;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.social.homes.ReadyHome.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;

class HomesTest extends SocialServiceTest {

    @Autowired
    private Homes homes;

    @Autowired
    private HomeRedis scripts;

    @Autowired
    private StringRedisTemplate redis;

    private HomeEntry post() {
        clock.advance(Duration.ofMillis(1));
        var id = ids.next();
        return new HomeEntry(id, new PostId(id), null);
    }

    private HomeEntry repost() {
        return new HomeEntry(ids.next(), new PostId(ids.next()), new AccountId(ids.next()));
    }

    private AccountId reader() {
        return new AccountId(ids.next());
    }

    private AccountId readerWith(List<HomeEntry> newestFirst, boolean complete) {
        var reader = reader();
        homes.finish(reader, homes.begin(reader).orElseThrow(), newestFirst, complete);
        return reader;
    }

    @Test
    void keepsEntriesAsTheyAreTheNewestFirst() {
        var first = post();
        var second = repost();
        var third = post();
        var reader = readerWith(List.of(second, first), true);

        homes.add(List.of(reader), List.of(third)).await();

        var found = homes.read(reader);
        assertThat(found.state()).isEqualTo(State.READY);
        assertThat(found.entries()).containsExactly(third, second, first);
        assertThat(found.complete()).isTrue();
    }

    @Test
    void entriesOfOneMillisecondAreInOrderToo() {
        var entries = new ArrayList<HomeEntry>();
        for (var i = 0; i < 50; i++) {
            entries.add(i % 3 == 0 ? repost() : new HomeEntry(ids.next(), new PostId(ids.next()), null));
        }
        var plain = entries.stream()
                .map(entry -> entry.repostedBy() == null
                        ? new HomeEntry(entry.position(), new PostId(entry.position()), null)
                        : entry)
                .toList();
        var reader = readerWith(List.of(), true);

        homes.add(List.of(reader), plain).await();

        assertThat(homes.read(reader).entries()).isEqualTo(plain.reversed());
    }

    @Test
    void bringsNothingToWhomHasNoHomeHere() {
        var reader = reader();

        homes.add(List.of(reader), List.of(post())).await();

        assertThat(homes.read(reader).state()).isEqualTo(State.MISSING);
    }

    @Test
    void bringingTwiceBringsOnce() {
        var reader = readerWith(List.of(), true);
        var post = post();

        homes.add(List.of(reader), List.of(post)).await();
        homes.add(List.of(reader), List.of(post)).await();

        assertThat(homes.read(reader).entries()).containsExactly(post);
    }

    @Test
    void aFullHomeLosesItsEndAndStaysSmall() {
        var reader = readerWith(List.of(), true);
        var all = new ArrayList<HomeEntry>();
        for (var i = 0; i < Homes.ENTRIES_MAX + 3 * Homes.ROOM; i++) {
            var entry = i % 10 == 0 ? repost() : post();
            all.addFirst(entry);
            homes.add(List.of(reader), List.of(entry)).await();

            var found = homes.read(reader);
            assertThat(found.entries()).isEqualTo(all.subList(0, found.entries().size()));
            assertThat(found.entries().size())
                    .isBetween(Math.min(i + 1, Homes.ENTRIES_MAX), Homes.ENTRIES_MAX + Homes.ROOM);
            assertThat(found.complete()).isEqualTo(found.entries().size() == all.size());
        }
        assertThat(memory(keyOf(reader))).as("bytes of a home").isLessThan(4_000);
    }

    @Test
    void ofWhatComesInAnyOrderNothingIsMissingAboveTheEnd() {
        var random = new Random(4);
        var known = new ArrayList<HomeEntry>();
        for (var i = 0; i < 1_000; i++) {
            known.add(i % 10 == 0 ? repost() : post());
        }
        var late = new ArrayList<>(known);
        for (var i = 0; i < late.size(); i += 20) {
            Collections.shuffle(late.subList(i, i + 20), random);
        }
        var reader = readerWith(List.of(), true);
        var come = new TreeSet<>(Comparator.comparingLong(HomeEntry::position).reversed());
        for (var from = 0; from < late.size(); ) {
            var some = late.subList(from, Math.min(late.size(), from + 1 + random.nextInt(20)));
            from += some.size();
            come.addAll(some);
            homes.add(List.of(reader), some).await();
            if (random.nextInt(5) == 0) {
                homes.add(List.of(reader), some).await();
            }

            var found = homes.read(reader).entries();
            assertThat(found).isEqualTo(come.stream().limit(found.size()).toList());
            assertThat(found.size()).isGreaterThan(Math.min(come.size() - 1, Homes.ENTRIES_MAX / 2));
        }
    }

    @Test
    void whatIsOlderThanTheEndOfAHomeIsNotInIt() {
        var old = post();
        var entries = new ArrayList<HomeEntry>();
        for (var i = 0; i < Homes.ENTRIES_MAX; i++) {
            entries.addFirst(post());
        }
        var reader = readerWith(entries, false);

        homes.add(List.of(reader), List.of(old)).await();

        assertThat(homes.read(reader).entries()).isEqualTo(entries);
    }

    @Test
    void whereACutWouldLeaveLittleTheHomeIsBuiltAgain() {
        var old = new ArrayList<HomeEntry>();
        for (var i = 0; i < Homes.ENTRIES_MAX; i++) {
            old.add(post());
        }
        var entries = new ArrayList<HomeEntry>();
        for (var i = 0; i < Homes.ENTRIES_MAX; i++) {
            entries.addFirst(post());
        }
        var reader = readerWith(entries, true);

        homes.add(List.of(reader), old).await();

        assertThat(homes.read(reader).state()).isEqualTo(State.MISSING);
    }

    /** A home of nothing but repetitions once ended above all of them, and said that there was nothing else. */
    @Test
    void whereACutWouldLeaveRepetitionsAloneTheHomeIsBuiltAgain() {
        var older = post();
        var again = post();
        var reader = readerWith(List.of(again, older), true);

        homes.add(List.of(reader), Collections.nCopies(Homes.ENTRIES_MAX + Homes.ROOM, again))
                .await();

        assertThat(homes.read(reader).state()).isEqualTo(State.MISSING);
    }

    @Test
    void aHomeThatGetsTooMuchWhileItIsBuiltIsBuiltAgain() {
        var reader = reader();
        var mark = homes.begin(reader).orElseThrow();
        for (var i = 0; i < Homes.ENTRIES_MAX + Homes.ROOM; i++) {
            homes.add(List.of(reader), List.of(post())).await();
        }

        homes.finish(reader, mark, List.of(), true);

        assertThat(homes.read(reader).state()).isEqualTo(State.MISSING);
    }

    @Test
    void deliveriesReachAHomeThatIsBeingBuilt() {
        var reader = reader();
        var old = post();
        var built = new ArrayList<HomeEntry>();
        for (var i = 0; i < Homes.ENTRIES_MAX; i++) {
            built.addFirst(post());
        }
        var mark = homes.begin(reader).orElseThrow();
        var fresh = post();

        homes.add(List.of(reader), List.of(fresh)).await();
        homes.add(List.of(reader), List.of(old)).await();
        assertThat(homes.read(reader).state()).isEqualTo(State.BUILDING);
        assertThat(homes.begin(reader)).isEmpty();
        homes.finish(reader, mark, built, false);

        var found = homes.read(reader).entries();
        assertThat(found).hasSize(Homes.ENTRIES_MAX + 1).startsWith(fresh).doesNotContain(old);
    }

    @Test
    void whatWasBuiltFromBeforeAChangeIsThrownAway() {
        var reader = reader();
        var mark = homes.begin(reader).orElseThrow();

        homes.forget(reader);
        homes.finish(reader, mark, List.of(post()), true);

        assertThat(homes.read(reader).state()).isEqualTo(State.MISSING);
    }

    @Test
    void nothingOfAnEarlierEpochIsBelieved() {
        var reader = readerWith(List.of(post()), true);

        scripts.raiseEpoch();

        assertThat(homes.read(reader).state()).isEqualTo(State.MISSING);
    }

    @Test
    void anEpochThatAnotherProcessRaisedIsNoticed() {
        var reader = readerWith(List.of(post()), true);

        redis.opsForValue().set(HomeRedis.EPOCH, "another");

        assertThat(homes.read(reader).state()).isEqualTo(State.MISSING);
    }

    @Test
    void redisThatWasWipedIsBuiltUpAgain() {
        var reader = readerWith(List.of(post()), true);
        var before = homes.read(reader).entries();

        redis.delete(Objects.requireNonNull(redis.keys("homes:*")));

        assertThat(homes.read(reader).state()).isEqualTo(State.MISSING);
        homes.finish(reader, homes.begin(reader).orElseThrow(), before, true);
        assertThat(homes.read(reader).entries()).isEqualTo(before);
    }

    @Test
    void aNewEpochLeavesNothingOfTheOneBefore() {
        readerWith(List.of(post()), true);

        scripts.raiseEpoch();

        assertThat(redis.keys("homes:*")).containsExactly(HomeRedis.EPOCH);
    }

    @Test
    void ofTooManyThoseGoThatNobodyHasReadForLongest() {
        scripts.raiseEpoch();
        var two = new Homes(scripts, new Random(1), new HomeSettings(10_000, 2), clock);
        var carol = person("carol").account();
        for (var one : List.of(alice.account(), bob.account())) {
            two.finish(one, two.begin(one).orElseThrow(), List.of(), true);
            clock.advance(Duration.ofSeconds(1));
        }
        two.read(alice.account());
        clock.advance(Duration.ofSeconds(1));

        two.finish(carol, two.begin(carol).orElseThrow(), List.of(), true);

        assertThat(two.read(bob.account()).state()).isEqualTo(State.MISSING);
        assertThat(two.read(alice.account()).state()).isEqualTo(State.READY);
        assertThat(two.read(carol).state()).isEqualTo(State.READY);
    }

    private String keyOf(AccountId reader) {
        return Objects.requireNonNull(redis.keys("homes:*:" + reader))
                .iterator()
                .next();
    }

    private long memory(String key) {
        return redis.execute(
                new DefaultRedisScript<>("return redis.call('MEMORY', 'USAGE', KEYS[1])", Long.class), List.of(key));
    }
}
