package com.socialflow.user.sessions;

import com.socialflow.platform.recurring.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks from time to time which sessions ended, at start above all: what only Redis knew may be lost. */
@Component
class SessionRecall {

    private static final Duration PERIOD = Duration.ofSeconds(30);

    SessionRecall(Recurring recurring, Sessions sessions) {
        recurring.every(PERIOD, "ended-sessions", sessions::recall);
    }
}
