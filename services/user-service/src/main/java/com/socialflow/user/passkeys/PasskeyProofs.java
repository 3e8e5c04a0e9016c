package com.socialflow.user.passkeys;

import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.user.alerts.Alerts;
import com.socialflow.user.passkeys.Authenticators.Shown;
import com.socialflow.user.passkeys.Ceremony.Purpose;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proving to be somebody by a passkey. */
@Component
public class PasskeyProofs {

    private static final Logger log = LoggerFactory.getLogger(PasskeyProofs.class);

    private final Ceremonies ceremonies;
    private final PasskeyStore store;
    private final Authenticators authenticators;
    private final Alerts alerts;
    private final Audit audit;
    private final Clock clock;

    PasskeyProofs(
            Ceremonies ceremonies,
            PasskeyStore store,
            Authenticators authenticators,
            Alerts alerts,
            Audit audit,
            Clock clock) {
        this.ceremonies = ceremonies;
        this.store = store;
        this.authenticators = authenticators;
        this.alerts = alerts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who proved to be whom, and how that counts. */
    public record Proof(AccountId account, String method) {}

    /**
     * Whose passkey answered the ceremony; empty when none did, rightly. The ceremony is used up either way.
     *
     * @param credentialJson an {@code AuthenticationResponseJSON} (Web Authentication, section 5.1)
     */
    @Transactional
    public Optional<Proof> prove(String ceremony, String credentialJson) {
        var asked = ceremonies.end(ceremony, Purpose.SHOW).orElse(null);
        if (asked == null) {
            return Optional.empty();
        }
        return authenticators
                .credentialId(credentialJson)
                .flatMap(store::findForUpdate)
                .filter(passkey -> asked.account() == null || passkey.account().equals(asked.account()))
                .flatMap(passkey -> check(asked, credentialJson, passkey));
    }

    private Optional<Proof> check(Ceremony asked, String credentialJson, Passkey passkey) {
        return switch (authenticators.shown(asked, credentialJson, passkey)) {
            case Shown.Right(var signCount, var backedUp) -> {
                store.used(passkey.id(), signCount, backedUp, clock.instant());
                yield Optional.of(new Proof(passkey.account(), passkey.method()));
            }
            case Shown.Refused() -> refused(passkey, "not-verified");
            case Shown.Copied() -> {
                log.warn(
                        "passkey {} of account {} seems to be copied: its count went back",
                        passkey.id(),
                        passkey.account());
                alerts.passkeyCopied(passkey.account(), passkey.name());
                yield refused(passkey, "count-went-back");
            }
        };
    }

    private Optional<Proof> refused(Passkey passkey, String reason) {
        audit.record(AuditEntry.refused(
                "passkey.show",
                passkey.account(),
                Map.of("passkey", passkey.id().toString(), "reason", reason)));
        return Optional.empty();
    }
}
