package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.platform.limits.Backoff;
import com.socialflow.platform.limits.Throttle;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How many wrong codes and repeated proofs are too many. A code of six digits is guessed by one in 333,333 (three are
 * good at a time): 100 in a row guess it by one in 3,333, and take days.
 */
@Component
public class CodeLimits {

    static final Backoff ACCOUNT = new Backoff(5, Duration.ofSeconds(30), Duration.ofHours(1), 100, Duration.ofDays(7));

    private final Throttle throttle;

    CodeLimits(Throttle throttle) {
        this.throttle = throttle;
    }

    /** Counts a code for the account and gives zero, or says how long until the next may be tried. */
    public Duration takeCode(AccountId account) {
        return throttle.take(codeKey(account), ACCOUNT);
    }

    /** The code was right. */
    public void rightCode(AccountId account) {
        throttle.forget(codeKey(account));
    }

    /** Counts a proof of somebody who is inside: who found an open session must not guess the password by it. */
    public Duration takeProof(AccountId account) {
        return throttle.take(proofKey(account), ACCOUNT);
    }

    /** The proof was right. */
    public void rightProof(AccountId account) {
        throttle.forget(proofKey(account));
    }

    private static String codeKey(AccountId account) {
        return "second-factor:" + account;
    }

    private static String proofKey(AccountId account) {
        return "reauthentication:" + account;
    }
}
