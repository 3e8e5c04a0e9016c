package com.socialflow.user.passkeys;

import com.socialflow.platform.limits.Allowance;
import com.socialflow.platform.limits.Throttle;
import com.socialflow.user.sessions.Reception;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Keeps strangers from filling the table of ceremonies: each of them is a row for five minutes. */
@Component
class CeremonyLimits {

    /** A sign-in page begins one whenever it is opened, and a school may share an address. */
    static final Allowance ADDRESS = new Allowance(1_000, Duration.ofMinutes(5));

    private final Throttle throttle;

    CeremonyLimits(Throttle throttle) {
        this.throttle = throttle;
    }

    /**
     * Counts a ceremony that somebody at the address begins.
     *
     * @throws com.socialflow.core.Problem 429 when there are too many
     */
    void take(String address) {
        var wait = throttle.take("passkey-ceremony:" + address, ADDRESS);
        if (!wait.isZero()) {
            throw Reception.tooMany(wait);
        }
    }
}
