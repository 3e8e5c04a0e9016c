package com.socialflow.user.keys;

import com.socialflow.platform.recurring.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Seals the signing keys anew when the key-encryption key has changed. */
@Component
class KeyRenewal {

    private static final Duration PERIOD = Duration.ofMinutes(10);

    KeyRenewal(Recurring recurring, SigningKeyStore store) {
        recurring.every(PERIOD, "signing-key-renewal", store::renew);
    }
}
