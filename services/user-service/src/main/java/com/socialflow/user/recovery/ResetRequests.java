package com.socialflow.user.recovery;

import com.socialflow.core.Ids;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Asking for a new password. Who asks learns nothing: the wish is written down whoever it names, and looked up later by
 * {@link ResetLetters}, so that the answer and the time that it takes are the same.
 */
@Component
class ResetRequests {

    /** Wishes that wait: beyond it somebody is playing with us. */
    private static final int WAITING_MAX = 10_000;

    /** Characters: no address is longer (RFC 5321, section 4.5.3.1.3). */
    private static final int LOGIN_MAX = 254;

    private final ResetRequestStore store;
    private final ResetRounds rounds;
    private final Ids ids;
    private final Clock clock;

    ResetRequests(ResetRequestStore store, ResetRounds rounds, Ids ids, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.ids = ids;
        this.clock = clock;
    }

    /** Notes the wish; false when too many wait. */
    boolean ask(String login) {
        // PostgreSQL keeps no NUL, and nobody is called so.
        var text = login.strip().replace("\0", "");
        var kept = text.length() > LOGIN_MAX ? text.substring(0, LOGIN_MAX) : text;
        var noted = store.insert(ids.next(), kept, clock.instant(), WAITING_MAX);
        rounds.wake();
        return noted;
    }
}
