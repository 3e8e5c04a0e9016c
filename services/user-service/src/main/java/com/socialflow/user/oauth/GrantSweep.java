package com.socialflow.user.oauth;

import com.socialflow.platform.recurring.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks from time to time which grants ended, at start above all: what only Redis knew may be lost. */
@Component
class GrantSweep {

    private static final Duration PERIOD = Duration.ofSeconds(30);

    GrantSweep(Recurring recurring, Grants grants) {
        recurring.every(PERIOD, "program-grants", grants::sweep);
    }
}
