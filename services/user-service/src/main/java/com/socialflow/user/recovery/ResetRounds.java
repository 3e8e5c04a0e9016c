package com.socialflow.user.recovery;

import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.recurring.Round;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Serves wishes for new passwords soon after they were made, one after the other. */
@Component
class ResetRounds {

    private static final Duration PERIOD = Duration.ofSeconds(10);

    /** A wish that could not be served for so long was repeated by its person. */
    private static final Duration WORTH_IT = Duration.ofHours(1);

    private final ResetLetters letters;
    private final Clock clock;
    private final Round round;

    ResetRounds(ResetLetters letters, Recurring recurring, Clock clock) {
        this.letters = letters;
        this.clock = clock;
        this.round = recurring.every(PERIOD, "password-resets", this::run);
    }

    void wake() {
        round.wake();
    }

    /** Serves all that wait. */
    void run() {
        letters.forget(clock.instant().minus(WORTH_IT));
        boolean more;
        do {
            more = letters.serve();
        } while (more && !Thread.currentThread().isInterrupted());
    }
}
