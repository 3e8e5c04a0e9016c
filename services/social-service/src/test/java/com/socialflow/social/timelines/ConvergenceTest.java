package com.socialflow.social.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Ids;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.messaging.BatchSubscriber;
import com.socialflow.social.HomeWorld;
import com.socialflow.social.HomeWorld.Told;
import com.socialflow.social.HomeWorld.Written;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.social.homes.Homes;
import com.socialflow.social.homes.ReadyHome.State;
import com.socialflow.social.views.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Whatever goes wrong on the way, in the end every home timeline is what one plain query says. */
class ConvergenceTest extends SocialServiceTest {

    private static final int PEOPLE = 8;
    private static final int SEEDS_SHORT = 8;
    private static final int SEEDS_LONG = 200;

    @Autowired
    private HomeTimeline home;

    @Autowired
    private Homes homes;

    @Autowired
    private BatchSubscriber deliveries;

    @Autowired
    private StringRedisTemplate redis;

    private HomeWorld world;
    private final List<AccountId> people = new ArrayList<>();
    private final List<Written> posts = new ArrayList<>();

    /** What Kafka holds, and up to where it was handled. */
    private final List<Message> log = new ArrayList<>();

    private int committed;

    @BeforeEach
    void meet() {
        begin();
    }

    private void begin() {
        world = new HomeWorld(jdbc, ids, clock);
        people.clear();
        posts.clear();
        log.clear();
        committed = 0;
        for (var i = 0; i < PEOPLE; i++) {
            people.add(world.person());
        }
    }

    @Test
    void afterWipesCrashesAndDelaysAllIsAsAQuerySays() {
        simulate(SEEDS_SHORT);
    }

    @Test
    @Tag("simulation")
    void afterWipesCrashesAndDelaysAllIsAsAQuerySaysForLong() {
        var given = System.getProperty("seeds", "");
        simulate(given.isEmpty() ? SEEDS_LONG : Integer.parseInt(given));
    }

    private void simulate(int seeds) {
        var given = System.getProperty("seed", "");
        for (var i = 0; i < (given.isEmpty() ? seeds : 1); i++) {
            var seed = given.isEmpty() ? ThreadLocalRandom.current().nextLong() : Long.parseLong(given);
            begin();
            try {
                run(new Random(seed));
            } catch (Throwable e) {
                throw new AssertionError("replay with -Dseed=%d".formatted(seed), e);
            }
        }
    }

    private void run(Random random) {
        for (var i = 0; i < 250; i++) {
            change(random);
            world.told().stream().map(Told::event).forEach(log::add);
            switch (random.nextInt(40)) {
                case 0 -> wipe();
                // Killed after some of it was delivered: nothing was committed.
                case 1 ->
                    deliveries.handle(log.subList(committed, committed + random.nextInt(1 + log.size() - committed)));
                // Offsets that were lost: all of it comes again.
                case 2 -> committed = random.nextInt(1 + committed);
                case 3, 4, 5 -> handle(random.nextInt(1 + log.size() - committed));
                case 6, 7, 8, 9, 10, 11 -> read(any(people, random), 1 + random.nextInt(30));
                default -> {}
            }
        }
        handle(log.size() - committed);
        assertAllAreAsAQuerySays();
    }

    private void handle(int events) {
        deliveries.handle(List.copyOf(log.subList(committed, committed + events)));
        committed += events;
    }

    private void change(Random random) {
        clock.advance(Duration.ofMillis(random.nextInt(50)));
        var one = any(people, random);
        switch (posts.isEmpty() ? 0 : random.nextInt(12)) {
            case 0, 1, 2 -> posts.add(world.post(one));
            case 3 -> posts.add(world.reply(one, any(posts, random)));
            case 4, 5, 6 -> world.repost(one, any(posts, random));
            case 7 -> world.takeBack(one, any(posts, random));
            case 8 -> world.delete(any(posts, random));
            case 9 -> {
                var other = any(people, random);
                if (!other.equals(one)) {
                    world.unfollow(one, other);
                }
            }
            default -> {
                var other = any(people, random);
                if (!other.equals(one)) {
                    world.follow(one, other, random.nextInt(4) > 0);
                }
            }
        }
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private void wipe() {
        redis.delete(Objects.requireNonNull(redis.keys("homes:*")));
    }

    private void assertAllAreAsAQuerySays() {
        for (var person : people) {
            var expected = world.home(person, Set.of());
            assertThat(readAll(person)).isEqualTo(expected);
            assertThat(homes.read(person).state()).isEqualTo(State.READY);
            assertThat(readAll(person)).as("once it is ready").isEqualTo(expected);
        }
    }

    private List<Entry> readAll(AccountId person) {
        var all = new ArrayList<Entry>();
        var next = Optional.of(Cursor.START);
        while (next.isPresent()) {
            var page = read(person, 40, next.get());
            page.page()
                    .items()
                    .forEach(item -> all.add(new Entry(
                            Ids.parse(item.position()),
                            item.post().id(),
                            item.repostedBy() == null ? null : item.repostedBy().id())));
            next = page.page().next();
        }
        return all;
    }

    private void read(AccountId person, int limit) {
        read(person, limit, Cursor.START);
    }

    private TimelinePage read(AccountId person, int limit, Cursor after) {
        return home.page(
                new Actor(person, "session", Set.of(), Instant.EPOCH, null), new Asked(limit, after, Cursor.START));
    }

    @Test
    void whatIsWrittenWhileHomesAreBuiltIsThere() throws Exception {
        people.forEach(one ->
                people.stream().filter(other -> !other.equals(one)).forEach(other -> world.follow(one, other, true)));
        var queue = new ConcurrentLinkedQueue<Message>();
        world.told().stream().map(Told::event).forEach(queue::add);
        var writing = new AtomicInteger(2);
        var work = new ArrayList<Callable<Void>>();
        for (var writer = 0; writer < 2; writer++) {
            var mine = new HomeWorld(jdbc, ids, clock);
            var by = people.get(writer);
            work.add(() -> {
                for (var i = 0; i < 150; i++) {
                    mine.post(by);
                    mine.told().stream().map(Told::event).forEach(queue::add);
                }
                writing.decrementAndGet();
                return null;
            });
        }
        work.add(() -> {
            while (writing.get() > 0 || !queue.isEmpty()) {
                var some = new ArrayList<Message>();
                while (some.size() < 20 && !queue.isEmpty()) {
                    some.add(Objects.requireNonNull(queue.poll()));
                }
                deliveries.handle(some);
            }
            return null;
        });
        for (var reader = 2; reader < 5; reader++) {
            var who = people.get(reader);
            work.add(() -> {
                while (writing.get() > 0) {
                    read(who, 10);
                    if (ThreadLocalRandom.current().nextInt(3) == 0) {
                        homes.forget(who);
                    }
                }
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        assertAllAreAsAQuerySays();
    }
}
