package com.socialflow.user.mfa;

import com.socialflow.core.AccountId;
import com.socialflow.user.mfa.TotpStore.Row;
import com.socialflow.user.sessions.Methods;
import com.socialflow.user.sessions.SecondFactor;
import com.socialflow.user.vault.PersonalVault;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Codes of authenticator apps as a second factor. Each works once (RFC 6238, section 5.2). */
@Component
public class Totp implements SecondFactor.Code {

    private static final String PURPOSE = "totp-secret";

    private final TotpStore store;
    private final PersonalVault vault;
    private final Clock clock;

    Totp(TotpStore store, PersonalVault vault, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "totp";
    }

    @Override
    public boolean has(AccountId account) {
        return store.find(account).filter(row -> row.since() != null).isPresent();
    }

    @Override
    public String method() {
        return Methods.CODE;
    }

    @Override
    public boolean accept(AccountId account, String code) {
        return store.find(account)
                .filter(row -> row.since() != null)
                .filter(row -> matches(account, row, code))
                .isPresent();
    }

    /** Whether the code is the secret's, and was not used. */
    boolean matches(AccountId account, Row row, String code) {
        Optional<byte[]> secret = vault.open(account, PURPOSE, row.sealed());
        if (secret.isEmpty()) {
            return false;
        }
        var step = TimeCodes.stepOf(secret.get(), code, clock.instant());
        return step.isPresent() && store.use(account, step.getAsLong());
    }

    byte[] seal(AccountId account, byte[] secret) {
        return vault.close(account, PURPOSE, secret);
    }
}
