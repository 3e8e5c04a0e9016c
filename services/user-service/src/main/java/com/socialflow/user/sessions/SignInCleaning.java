package com.socialflow.user.sessions;

import com.socialflow.platform.recurring.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets what is of no use any more: ended sessions with their networks, unused devices, unanswered challenges. */
@Component
class SignInCleaning {

    private static final Duration PERIOD = Duration.ofHours(1);

    private final Sessions sessions;
    private final KnownDevices devices;
    private final Challenges challenges;

    SignInCleaning(Recurring recurring, Sessions sessions, KnownDevices devices, Challenges challenges) {
        this.sessions = sessions;
        this.devices = devices;
        this.challenges = challenges;
        recurring.every(PERIOD, "sign-in-cleaning", this::clean);
    }

    void clean() {
        sessions.forgetOld();
        devices.forgetOld();
        challenges.forgetOld();
    }
}
