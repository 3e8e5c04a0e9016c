package com.socialflow.user.recovery;

import com.socialflow.core.Ids;
import com.socialflow.user.throttling.Allowance;
import com.socialflow.user.throttling.Networks;
import com.socialflow.user.throttling.Throttle;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Asking for a new password. Who asks learns nothing: the wish is written down whoever it names, and looked up later by
 * {@link ResetLetters}, so that the answer and the time that it takes are the same.
 */
@Component
class ResetRequests {

    /** From one network. An office has a bad day now and then. */
    static final Allowance ASKED = new Allowance(30, Duration.ofHours(1));

    /** Wishes that wait: beyond it somebody is playing with us. */
    private static final int WAITING_MAX = 10_000;

    /** Characters: no address is longer (RFC 5321, section 4.5.3.1.3). */
    private static final int LOGIN_MAX = 254;

    private static final Duration RETRY = Duration.ofMinutes(1);

    private final ResetRequestStore store;
    private final ResetRounds rounds;
    private final Throttle throttle;
    private final Ids ids;
    private final Clock clock;

    ResetRequests(ResetRequestStore store, ResetRounds rounds, Throttle throttle, Ids ids, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.throttle = throttle;
        this.ids = ids;
        this.clock = clock;
    }

    /** Notes the wish and gives zero; or says how long until the next may be noted. */
    Duration ask(String login, String address) {
        var wait = throttle.take("password-reset:network:" + Networks.of(address), ASKED);
        if (!wait.isZero()) {
            return wait;
        }
        // PostgreSQL keeps no NUL, and nobody is called so.
        var text = login.strip().replace("\0", "");
        var kept = text.length() > LOGIN_MAX ? text.substring(0, LOGIN_MAX) : text;
        if (!store.insert(ids.next(), kept, clock.instant(), WAITING_MAX)) {
            return RETRY;
        }
        rounds.wake();
        return Duration.ZERO;
    }
}
