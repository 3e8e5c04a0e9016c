package com.socialflow.social.live;

import com.socialflow.core.AccountId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** The streams that are open in this process. */
@Component
class OpenStreams {

    /** Of one person: some tabs and a phone. */
    static final int OF_PERSON_MAX = 5;

    /** Of this process: each holds a connection, a virtual thread and at worst 100 waiting events, about 20 KB. */
    private static final int ALL_MAX = 50_000;

    private final Clock clock;
    private final Map<AccountId, List<LiveStream>> byPerson = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong newest = new AtomicLong();
    private volatile boolean running;

    OpenStreams(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        meters.gauge("socialflow.live.streams", count);
    }

    /** False when the person or this process has too many. */
    boolean add(LiveStream stream) {
        if (!running || count.get() >= ALL_MAX) {
            return false;
        }
        var mine = byPerson.compute(stream.person(), (_, others) -> {
            if (others == null) {
                return List.of(stream);
            }
            if (others.size() >= OF_PERSON_MAX) {
                return others;
            }
            var more = new ArrayList<>(others);
            more.add(stream);
            return List.copyOf(more);
        });
        if (!mine.contains(stream)) {
            return false;
        }
        count.incrementAndGet();
        if (!running) {
            stream.end();
        }
        return true;
    }

    void remove(LiveStream stream) {
        byPerson.computeIfPresent(stream.person(), (_, mine) -> {
            if (!mine.contains(stream)) {
                return mine;
            }
            count.decrementAndGet();
            var rest = mine.stream().filter(other -> other != stream).toList();
            return rest.isEmpty() ? null : rest;
        });
    }

    void tell(LiveMessage.Addressed addressed) {
        var message = addressed.message();
        newest.accumulateAndGet(message.id(), Math::max);
        for (var person : addressed.to()) {
            byPerson.getOrDefault(person, List.of()).forEach(stream -> stream.tell(message));
        }
    }

    /** The channel was silent for a while: everybody here may have missed something. */
    void fallBehind() {
        all().forEach(LiveStream::fallBehind);
    }

    /** The greatest id that was told here. */
    long newest() {
        return newest.get();
    }

    /** An id for what only this process tells. */
    long nextId() {
        var now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return newest.updateAndGet(last -> Math.max(now, last + 1));
    }

    boolean has(AccountId person) {
        return byPerson.containsKey(person);
    }

    Set<AccountId> people() {
        return Set.copyOf(byPerson.keySet());
    }

    List<LiveStream> all() {
        return byPerson.values().stream().flatMap(List::stream).toList();
    }

    void start() {
        running = true;
    }

    void stop() {
        running = false;
        all().forEach(LiveStream::end);
    }

    boolean running() {
        return running;
    }
}
