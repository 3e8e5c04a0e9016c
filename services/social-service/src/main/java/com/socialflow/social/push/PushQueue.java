package com.socialflow.social.push;

import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.recurring.Round;
import com.socialflow.social.notifications.Announced;
import com.socialflow.social.notifications.Devices;
import com.socialflow.social.notifications.Notice;
import com.socialflow.social.notifications.Notices;
import com.socialflow.social.push.DeliveryStore.Delivery;
import com.socialflow.social.push.PushSender.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What devices are still to be told, in the database: noted with the notification, sent afterwards, at least once, and
 * later and later while a push service does not take it. What was taken back meanwhile is not sent.
 */
@Component
class PushQueue implements Devices {

    private static final Logger log = LoggerFactory.getLogger(PushQueue.class);

    /** A device that is behind by more is off: it finds the rest in the list. */
    private static final int BEHIND_MAX = 20;

    private static final Duration PERIOD = Duration.ofSeconds(5);

    /** Messages on their way at once. */
    private static final int BATCH = 32;

    /** Longer than a slow service takes; after it, another process tries. */
    private static final Duration TAKEN_FOR = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final int PAUSE_GROWTH = 3;
    private static final Duration PAUSE_MAX = Duration.ofHours(1);

    /** Worth waking a device that saves power (RFC 8030, section 5.3). */
    private static final List<String> URGENT = List.of("mention", "reply", "message-request", "follow-request");

    private final DeliveryStore store;
    private final SubscriptionStore devices;
    private final Notices notices;
    private final PushSender sender;
    private final Clock clock;
    private final Round round;
    private final JsonMapper json = new JsonMapper();

    PushQueue(
            DeliveryStore store,
            SubscriptionStore devices,
            Notices notices,
            PushSender sender,
            Recurring recurring,
            Clock clock) {
        this.store = store;
        this.devices = devices;
        this.notices = notices;
        this.sender = sender;
        this.clock = clock;
        this.round = recurring.every(PERIOD, "push", this::run);
    }

    @Override
    public void announce(Collection<Announced> announced) {
        store.insert(
                announced.stream().map(Announced::to).toList(),
                announced.stream().map(Announced::notification).toList(),
                BEHIND_MAX,
                clock.instant());
    }

    @Override
    public void wake() {
        round.wake();
    }

    void run() {
        List<Delivery> due;
        do {
            var now = clock.instant();
            due = store.take(now, now.plus(TAKEN_FOR), BATCH);
            send(due);
        } while (due.size() == BATCH && !Thread.currentThread().isInterrupted());
    }

    private void send(List<Delivery> due) {
        var threads = new ArrayList<Thread>();
        for (var delivery : due) {
            threads.add(Thread.ofVirtual().name("push-send").start(() -> send(delivery)));
        }
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }

    private void send(Delivery delivery) {
        try {
            var notice = notices.find(delivery.notification());
            if (notice.isEmpty() || delivery.createdAt().plus(PushSender.TTL).isBefore(clock.instant())) {
                store.delete(delivery);
                return;
            }
            var urgency = URGENT.contains(notice.get().kind()) ? "normal" : "low";
            note(
                    delivery,
                    sender.send(
                            delivery.device(),
                            text(delivery, notice.get()),
                            notice.get().id().toString(),
                            urgency));
        } catch (RuntimeException e) {
            log.warn("a device is not told, attempt {}: {}", delivery.attempts(), e.toString());
        }
    }

    /** What our service worker gets; it puts it into words of its person's language. */
    private byte[] text(Delivery delivery, Notice notice) {
        return json.writeValueAsBytes(Map.of(
                "id", notice.id().toString(),
                "kind", notice.kind(),
                "people", notice.people(),
                "count", notice.count(),
                "text", notice.text(),
                "path", notice.path(),
                "unread", notices.unread(delivery.device().account())));
    }

    private void note(Delivery delivery, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted() -> store.delete(delivery);
            case Outcome.Gone() -> devices.delete(delivery.device().id());
            case Outcome.Refused(var why) -> {
                store.delete(delivery);
                log.warn("a push service refuses a message: {}", why);
            }
            case Outcome.NotNow(var why, var after) -> {
                var pause = after.isPresent() ? Duration.ofSeconds(after.getAsLong()) : pause(delivery.attempts());
                store.postpone(delivery, clock.instant().plus(pause));
                log.debug("a device is told later, attempt {}: {}", delivery.attempts(), why);
            }
        }
    }

    private static Duration pause(int attempts) {
        var pause = FIRST_PAUSE;
        for (var n = 1; n < attempts && pause.compareTo(PAUSE_MAX) < 0; n++) {
            pause = pause.multipliedBy(PAUSE_GROWTH);
        }
        return pause.compareTo(PAUSE_MAX) < 0 ? pause : PAUSE_MAX;
    }
}
