package com.socialflow.social.homes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.social.homes.ReadyHome.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.RedisCallback;
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

        assertThat(homes.add(List.of(reader), List.of(post())).await()).isEmpty();
        assertThat(homes.read(reader).state()).isEqualTo(State.MISSING);
    }

    @Test
    void bringingTwiceBringsOnce() {
        var reader = readerWith(List.of(), true);
        var post = post();

        assertThat(homes.add(List.of(reader), List.of(post)).await()).containsExactly(reader);
        assertThat(homes.add(List.of(reader), List.of(post)).await()).isEmpty();
        assertThat(homes.read(reader).entries()).containsExactly(post);
    }

    @Test
    void aFullHomeLosesItsEndAndStaysSmall() {
        var reader = readerWith(List.of(), true);
        var all = new ArrayList<HomeEntry>();
        for (var i = 0; i < Homes.ENTRIES_MAX + 30; i++) {
            var entry = i % 10 == 0 ? repost() : post();
            all.addFirst(entry);
            homes.add(List.of(reader), List.of(entry)).await();
        }

        var found = homes.read(reader);
        assertThat(found.entries()).isEqualTo(all.subList(0, Homes.ENTRIES_MAX));
        assertThat(found.complete()).isFalse();
        var key = Objects.requireNonNull(redis.keys("home:*:" + reader))
                .iterator()
                .next();
        assertThat(encoding(key)).isIn("listpack", "ziplist");
        assertThat(memory(key)).as("bytes of a home").isLessThan(5_000);
    }

    @Test
    void whatIsOlderThanTheEndOfAFullHomeIsNotPutBelowIt() {
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
        assertThat(found).hasSize(Homes.ENTRIES_MAX).startsWith(fresh).doesNotContain(old);
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

        redis.delete(Objects.requireNonNull(redis.keys("home:*")));

        assertThat(homes.read(reader).state()).isEqualTo(State.MISSING);
        homes.finish(reader, homes.begin(reader).orElseThrow(), before, true);
        assertThat(homes.read(reader).entries()).isEqualTo(before);
    }

    @Test
    void aNewEpochLeavesNothingOfTheOneBefore() {
        readerWith(List.of(post()), true);

        scripts.raiseEpoch();

        assertThat(redis.keys("home:*")).containsExactly(HomeRedis.EPOCH);
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

    private String encoding(String key) {
        return Objects.requireNonNull(redis.execute((RedisCallback<String>) connection -> Objects.requireNonNull(
                connection.keyCommands().encodingOf(key.getBytes(UTF_8)).raw())));
    }

    private long memory(String key) {
        return redis.execute(
                new DefaultRedisScript<>("return redis.call('MEMORY', 'USAGE', KEYS[1])", Long.class), List.of(key));
    }
}
