package com.socialflow.user.mail;

import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.recurring.Round;
import com.socialflow.user.mail.Message.State;
import com.socialflow.user.mail.Smtp.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries messages to the mail server: at least once, and later and later while it does not take them. With the pauses
 * below a server may be away for a day.
 */
@Component
class Deliveries {

    static final int ATTEMPTS_MAX = 12;

    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int PAUSE_GROWTH = 3;
    private static final Duration PAUSE_MAX = Duration.ofHours(4);

    /** Messages of one connection. */
    private static final int BATCH = 20;

    /** Longer than a slow server takes for a batch; after it, another process tries. */
    private static final Duration TAKEN_FOR = Duration.ofMinutes(15);

    /** How long messages are kept, sent or not, and read or not. */
    static final Duration KEPT = Duration.ofDays(7);

    private final MailStore store;
    private final MailMetrics metrics;
    private final Clock clock;
    private final @Nullable Smtp smtp;
    private final Round round;

    Deliveries(MailStore store, MailMetrics metrics, MailSettings settings, Recurring recurring, Clock clock) {
        this.store = store;
        this.metrics = metrics;
        this.clock = clock;
        this.smtp = settings.local() ? null : smtp(settings);
        this.round = recurring.every(PERIOD, "mail", this::run);
    }

    private static Smtp smtp(MailSettings settings) {
        return new Smtp(SmtpAddress.parse(settings.smtpUrl()), settings.from(), (SSLSocketFactory)
                SSLSocketFactory.getDefault());
    }

    /** Whether there is no mail server: messages stay. */
    boolean local() {
        return smtp == null;
    }

    /** There is something to send. */
    void wake() {
        round.wake();
    }

    /** Sends what is due. */
    void run() {
        store.forget(clock.instant().minus(KEPT));
        if (smtp == null) {
            return;
        }
        List<Message> due;
        do {
            var now = clock.instant();
            due = store.take(now, now.plus(TAKEN_FOR), BATCH);
            if (!due.isEmpty()) {
                send(due, smtp);
            }
        } while (due.size() == BATCH && !Thread.currentThread().isInterrupted());
    }

    private void send(List<Message> due, Smtp server) {
        var told = new HashSet<Long>();
        server.send(due, (message, outcome) -> {
            if (told.add(message.id())) {
                note(message, outcome);
            }
        });
    }

    private void note(Message message, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted() -> {
                store.end(message.id(), State.SENT, "");
                metrics.sent(message);
            }
            case Outcome.Refused(var reason) -> giveUp(message, reason);
            case Outcome.NotNow(var reason) when message.attempts() >= ATTEMPTS_MAX -> giveUp(message, reason);
            case Outcome.NotNow(var reason) -> {
                store.postpone(message.id(), clock.instant().plus(pause(message.attempts())), reason);
                metrics.postponed(message, reason);
            }
        }
    }

    private void giveUp(Message message, String reason) {
        store.end(message.id(), State.FAILED, reason);
        metrics.failed(message, reason);
    }

    static Duration pause(int attempts) {
        var pause = FIRST_PAUSE;
        for (var i = 1; i < attempts && pause.compareTo(PAUSE_MAX) < 0; i++) {
            pause = pause.multipliedBy(PAUSE_GROWTH);
        }
        return pause.compareTo(PAUSE_MAX) < 0 ? pause : PAUSE_MAX;
    }
}
