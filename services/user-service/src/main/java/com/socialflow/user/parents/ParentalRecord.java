package com.socialflow.user.parents;

import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.user.consents.Policies;
import com.socialflow.user.consents.Purpose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is written down of a parent's answer. */
@Component
class ParentalRecord {

    static final String METHOD = "email-plus";

    /** Late enough to be a second look, early enough that little has happened. */
    static final Duration SECOND_LOOK = Duration.ofHours(24);

    private final Policies policies;
    private final Audit audit;
    private final Clock clock;

    ParentalRecord(Policies policies, Audit audit, Clock clock) {
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** As exact as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    ParentalConsent of(AccountId child, byte[] sealedParent, byte[] addressHash, byte[] revocationHash) {
        var now = now();
        return new ParentalConsent(
                child,
                sealedParent,
                addressHash,
                METHOD,
                policies.version(Purpose.PRIVACY),
                policies.hash(Purpose.PRIVACY),
                now,
                now.plus(SECOND_LOOK),
                revocationHash);
    }

    void audit(String action, AccountId child) {
        audit.record(AuditEntry.done(action, child, Map.of("method", METHOD)));
    }
}
