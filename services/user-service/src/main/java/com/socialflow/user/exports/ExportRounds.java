package com.socialflow.user.exports;

import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.recurring.Round;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Makes archives that wait, and removes those whose time is over. */
@Component
class ExportRounds {

    /** How long an archive may wait unseen that another process was asked for, or whose maker died. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ExportWork work;
    private final Round round;

    ExportRounds(ExportWork work, Recurring recurring) {
        this.work = work;
        this.round = recurring.every(PAUSE, "exports", this::run);
    }

    /** Looks at once what there is to do. */
    void soon() {
        round.wake();
    }

    /** Everything that waits, one after another: an archive takes disk and network, and nobody waits for it. */
    void run() {
        work.removeExpired();
        while (!Thread.currentThread().isInterrupted() && work.makeNext()) {
            // The next one.
        }
    }
}
