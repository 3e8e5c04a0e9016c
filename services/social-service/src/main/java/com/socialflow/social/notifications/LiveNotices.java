package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.recurring.Round;
import com.socialflow.social.live.LiveEvent;
import com.socialflow.social.live.LiveStreams;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells streams of new rows and of how many are unread. Some rounds share the work: what a stream gets is put together
 * for its reader, which may take calls, and whoever committed does not wait for it.
 */
@Component
class LiveNotices {

    private static final Logger log = LoggerFactory.getLogger(LiveNotices.class);

    /** Of people who look: when more wait, the rest learn of it when they look again. */
    private static final int WAITING_MAX = 20_000;

    /** Rows of one turn. */
    private static final int BATCH = 100;

    private static final int ROUNDS = 4;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** The data of {@code unread}. */
    record Unread(int notifications) {}

    private final ArrayBlockingQueue<Announced> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final NotificationStore store;
    private final NotificationViews views;
    private final LiveStreams streams;
    private final Clock clock;
    private final List<Round> rounds;

    LiveNotices(
            NotificationStore store, NotificationViews views, LiveStreams streams, Recurring recurring, Clock clock) {
        this.store = store;
        this.views = views;
        this.streams = streams;
        this.clock = clock;
        rounds = IntStream.range(0, ROUNDS)
                .mapToObj(n -> recurring.every(PAUSE, "live-notices-" + n, this::run))
                .toList();
    }

    /** Soon. */
    void tell(List<Announced> announced) {
        if (announced.isEmpty()) {
            return;
        }
        for (var one : announced) {
            if (!waiting.offer(one)) {
                log.warn("too many live notifications wait: some are not told");
                break;
            }
        }
        rounds.forEach(Round::wake);
    }

    /** How many are unread now, in every tab. */
    void tellUnread(AccountId reader) {
        if (streams.watching(Set.of(reader)).contains(reader)) {
            streams.send(Set.of(reader), new LiveEvent("unread", unread(reader)));
        }
    }

    Unread unread(AccountId reader) {
        var marker = store.markers(Set.of(reader)).getOrDefault(reader, 0L);
        return new Unread(store.unread(reader, marker, NotificationLists.UNREAD_MAX, clock.instant()));
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            var some = new ArrayList<Announced>();
            waiting.drainTo(some, BATCH);
            if (some.isEmpty()) {
                return;
            }
            var watching =
                    streams.watching(some.stream().map(Announced::to).distinct().toList());
            var byReader = new LinkedHashMap<AccountId, Collection<NotificationId>>();
            some.stream()
                    .filter(one -> watching.contains(one.to()))
                    .forEach(one -> byReader.computeIfAbsent(one.to(), _ -> new ArrayList<>())
                            .add(one.notification()));
            tell(byReader);
        }
    }

    private void tell(Map<AccountId, Collection<NotificationId>> byReader) {
        for (var reader : byReader.keySet()) {
            try {
                var rows = store.find(Set.copyOf(byReader.getOrDefault(reader, List.of())));
                views.of(reader, rows)
                        .forEach(view -> streams.send(Set.of(reader), new LiveEvent("notification", view)));
                streams.send(Set.of(reader), new LiveEvent("unread", unread(reader)));
            } catch (RuntimeException e) {
                log.warn("a live notification is not told: {}", e.toString());
            }
        }
    }
}
