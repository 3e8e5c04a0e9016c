package com.socialflow.user.tokens;

import com.socialflow.platform.recurring.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets tokens that are long over. */
@Component
class TokenSweep {

    private static final Duration PERIOD = Duration.ofHours(1);

    TokenSweep(Recurring recurring, PersonalTokens tokens) {
        recurring.every(PERIOD, "personal-tokens", tokens::forgetOld);
    }
}
