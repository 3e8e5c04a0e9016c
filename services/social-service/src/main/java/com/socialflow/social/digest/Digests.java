package com.socialflow.social.digest;

import com.socialflow.platform.recurring.Recurring;
import com.socialflow.social.digest.DigestStore.Due;
import com.socialflow.social.live.LiveStreams;
import com.socialflow.social.notifications.Notices;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sends letters when they are due, to people who are away and missed something. */
@Component
class Digests {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** Longer than a letter takes; after it, whoever has not got it is tried again. */
    private static final Duration TAKEN_FOR = Duration.ofMinutes(15);

    /** What fits into a letter that somebody reads. */
    private static final int ITEMS_MAX = 5;

    private final DigestStore store;
    private final Notices notices;
    private final LiveStreams streams;
    private final LettersClient letters;
    private final DigestTokens tokens;
    private final Clock clock;

    Digests(
            DigestStore store,
            Notices notices,
            LiveStreams streams,
            LettersClient letters,
            DigestTokens tokens,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.streams = streams;
        this.letters = letters;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Sends what is due. */
    void run() {
        while (!Thread.currentThread().isInterrupted()) {
            var now = clock.instant();
            var due = store.take(now, now.plus(TAKEN_FOR));
            if (due.isEmpty()) {
                return;
            }
            due.forEach(this::send);
        }
    }

    private void send(Due due) {
        var now = clock.instant();
        var reader = due.account();
        var items = notices.unread(reader, now.minus(due.period()), ITEMS_MAX);
        var away = !streams.watching(Set.of(reader)).contains(reader);
        if (items.isEmpty()
                || !away
                || letters.send(due.id(), reader, notices.unread(reader), items, tokens.path(reader))) {
            store.done(reader, now.plus(due.period()));
        }
    }

    /** Ends the letters of whoever has the token of one; false when it is none of ours. */
    boolean unsubscribe(String token) {
        var reader = tokens.read(token);
        reader.ifPresent(store::end);
        return reader.isPresent();
    }

    /** Starts the rounds. */
    @Component
    static class Rounds {
        Rounds(Digests digests, Recurring recurring) {
            recurring.every(PERIOD, "digests", digests::run);
        }
    }
}
