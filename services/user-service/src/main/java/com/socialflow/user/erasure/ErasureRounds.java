package com.socialflow.user.erasure;

import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.recurring.Round;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Erases whose time has come. */
@Component
public class ErasureRounds {

    private static final Logger log = LoggerFactory.getLogger(ErasureRounds.class);

    /** How late an erasure may be that another process was asked for. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** People a round: whoever fails does not keep the rest waiting for long. */
    private static final int BATCH = 100;

    private final Erasures erasures;
    private final Round round;

    ErasureRounds(Erasures erasures, Recurring recurring) {
        this.erasures = erasures;
        this.round = recurring.every(PAUSE, "erasures", this::run);
    }

    /** Looks at once whose time has come. */
    public void soon() {
        round.wake();
    }

    void run() {
        for (var account : erasures.due(BATCH)) {
            try {
                erasures.erase(account);
                log.info("account {} was erased", account);
            } catch (RuntimeException e) {
                log.error("account {} could not be erased and will be tried again", account, e);
            }
        }
    }
}
