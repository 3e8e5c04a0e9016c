package com.socialflow.social.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.socialflow.core.AccountId;
import com.socialflow.platform.messaging.BatchSubscriber;
import com.socialflow.social.HomeWorld;
import com.socialflow.social.HomeWorld.Told;
import com.socialflow.social.HomeWorld.Written;
import com.socialflow.social.views.Entry;
import com.socialflow.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * People write and repost while others read on and look for news. What they write is delivered late, in pieces and
 * again; of each writer in order. In the end each page holds each entry once, and all of them.
 */
final class HomeSimulation {

    private static final int WRITERS = 5;
    private static final int READERS = 3;

    /** The longest pause between two events: what comes in a moment and what does not. */
    private static final int PAUSE_MAX_MILLIS = 4_000;

    private final HomeWorld world;
    private final TestClock clock;
    private final BatchSubscriber deliveries;
    private final Random random;
    private final List<AccountId> writers = new ArrayList<>();
    private final List<HomeReader> readers = new ArrayList<>();
    private final List<Written> posts = new ArrayList<>();
    private final List<Told> undelivered = new ArrayList<>();
    private final List<Message> delivered = new ArrayList<>();

    HomeSimulation(HomeWorld world, HomeTimeline home, BatchSubscriber deliveries, TestClock clock, Random random) {
        this.world = world;
        this.clock = clock;
        this.deliveries = deliveries;
        this.random = random;
        for (var i = 0; i < WRITERS; i++) {
            writers.add(world.person());
        }
        for (var i = 0; i < READERS; i++) {
            var reader = world.person();
            writers.stream()
                    .filter(_ -> random.nextInt(4) > 0)
                    .forEach(writer -> world.follow(reader, writer, random.nextInt(5) > 0));
            readers.add(new HomeReader(reader, home));
        }
        for (var writer : writers) {
            writers.stream()
                    .filter(other -> !other.equals(writer) && random.nextBoolean())
                    .forEach(other -> world.follow(writer, other, true));
        }
    }

    void run(int events) {
        var before = random.nextInt(200);
        for (var i = 0; i < before; i++) {
            write();
        }
        for (var i = 0; i < events; i++) {
            clock.advance(Duration.ofMillis(random.nextInt(PAUSE_MAX_MILLIS)));
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> write();
                case 4, 5 -> deliver(random.nextInt(1 + undelivered.size()));
                case 6 -> deliverAgain();
                default -> read(readers.get(random.nextInt(READERS)));
            }
        }
        deliver(undelivered.size());
        for (var reader : readers) {
            if (!reader.hasBegun()) {
                reader.open(20);
            }
            while (!reader.isAtEnd()) {
                reader.readOn(20);
            }
            reader.refresh(20);
            assertThat(reader.positions())
                    .as("what %s sees", reader.account())
                    .isEqualTo(world.home(reader.account(), Set.of()).stream()
                            .map(Entry::position)
                            .toList());
        }
    }

    private void write() {
        var writer = writers.get(random.nextInt(WRITERS));
        var what = posts.isEmpty() ? 0 : random.nextInt(10);
        var other = posts.isEmpty() ? null : posts.get(posts.size() - 1 - random.nextInt(Math.min(20, posts.size())));
        if (what < 5 || other == null) {
            posts.add(world.post(writer));
        } else if (what < 7) {
            posts.add(world.reply(writer, other));
        } else {
            world.repost(writer, other);
        }
        undelivered.addAll(world.told());
        clock.advance(Duration.ofMillis(random.nextInt(3)));
    }

    /** The next so many; of what is left, the oldest says up to when everything is there. */
    private void deliver(int count) {
        var some = List.copyOf(undelivered.subList(0, count));
        undelivered.subList(0, count).clear();
        for (var from = 0; from < some.size(); ) {
            var to = Math.min(some.size(), from + 1 + random.nextInt(30));
            hand(some.subList(from, to).stream().map(Told::event).toList());
            from = to;
        }
        var until =
                undelivered.isEmpty() ? clock.instant() : undelivered.getFirst().at();
        if (random.nextBoolean() || undelivered.isEmpty()) {
            deliveries.handledBefore(until);
        }
    }

    private void deliverAgain() {
        if (!delivered.isEmpty()) {
            var from = random.nextInt(delivered.size());
            hand(List.copyOf(delivered.subList(from, Math.min(delivered.size(), from + 40))));
        }
    }

    private void hand(List<Message> events) {
        deliveries.handle(events);
        delivered.addAll(events);
    }

    private void read(HomeReader reader) {
        var limit = 3 + random.nextInt(20);
        if (!reader.hasBegun() || random.nextInt(12) == 0) {
            reader.open(limit);
        } else if (reader.isAtEnd() || random.nextBoolean()) {
            reader.refresh(limit);
        } else {
            reader.readOn(limit);
        }
    }
}
