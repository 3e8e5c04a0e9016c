package com.socialflow.video.playback;

import com.socialflow.core.VideoId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.stereotype.Component;

/** Remembers for a moment who may play what: players of one video ask for the same thing many times a second. */
@Component
class Permissions {

    /** How long a change of visibility may go unnoticed by processes that did not make it. */
    static final Duration FRESH_FOR = Duration.ofSeconds(1);

    /** Videos remembered, those included that there are none of: about 2 MB. */
    static final int ENTRIES_MAX = 10_000;

    private final ConcurrentHashMap<VideoId, Entry> entries = new ConcurrentHashMap<>();
    private final PlaybackStore store;
    private final Clock clock;

    Permissions(PlaybackStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Asked of the database once, however many want to know. */
    private record Entry(FutureTask<Optional<Permission>> answer, long askedAtMillis) {}

    /** The permission, at most {@link #FRESH_FOR} old; empty when there is no such video. */
    Optional<Permission> find(VideoId video) {
        var now = clock.millis();
        var known = entries.get(video);
        if (known != null && fresh(known, now)) {
            return result(video, known);
        }
        var asked = new Entry(new FutureTask<>(() -> store.find(video)), now);
        var current = entries.compute(
                video, (_, other) -> other != null && other != known && fresh(other, now) ? other : asked);
        if (current == asked) {
            makeRoom(now);
            asked.answer().run();
        }
        return result(video, current);
    }

    /** Asks anew next time. */
    void forget(VideoId video) {
        entries.remove(video);
    }

    /** Also stale when it comes from the future: the clock was set back. */
    private static boolean fresh(Entry entry, long now) {
        var age = now - entry.askedAtMillis();
        return age >= 0 && age < FRESH_FOR.toMillis();
    }

    private void makeRoom(long now) {
        if (entries.size() <= ENTRIES_MAX) {
            return;
        }
        entries.values().removeIf(entry -> !fresh(entry, now));
        if (entries.size() > ENTRIES_MAX) {
            entries.clear();
        }
    }

    private Optional<Permission> result(VideoId video, Entry entry) {
        try {
            return entry.answer().get();
        } catch (ExecutionException e) {
            entries.remove(video, entry);
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
