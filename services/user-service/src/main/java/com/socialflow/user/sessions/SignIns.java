package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.user.accounts.Credential;
import com.socialflow.user.accounts.Credentials;
import com.socialflow.user.sessions.Entrance.EntryOutcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * Signing in by a password. Whether there is an account nobody learns: without one the same is looked up, counted,
 * hashed and recorded.
 */
@Component
class SignIns {

    /** Nobody's: ids begin far above it. */
    private static final AccountId NOBODY = new AccountId(0);

    private final Credentials credentials;
    private final SignInLimits limits;
    private final KnownDevices devices;
    private final Entrance entrance;
    private final Audit audit;

    SignIns(Credentials credentials, SignInLimits limits, KnownDevices devices, Entrance entrance, Audit audit) {
        this.credentials = credentials;
        this.limits = limits;
        this.devices = devices;
        this.entrance = entrance;
        this.audit = audit;
    }

    /** What a try to sign in led to. */
    sealed interface SignInOutcome {
        record Right(EntryOutcome entry) implements SignInOutcome {}

        /** No such account, or another password: which of them, nobody learns. */
        record Wrong() implements SignInOutcome {}

        record TooMany(Duration retryAfter) implements SignInOutcome {}
    }

    /**
     * Signs in by username or email address and password.
     *
     * @throws Problem 503 when too many passwords are being checked
     */
    SignInOutcome signIn(String login, String password, Visit visit) {
        var credential = credentials.find(login);
        var account = credential.map(Credential::account);
        var device = devices.recognized(account.orElse(NOBODY), visit);
        var attempt =
                limits.take(account.map(AccountId::toString).orElseGet(() -> nobody(login)), visit.address(), device);
        if (!attempt.retryAfter().isZero()) {
            return new SignInOutcome.TooMany(attempt.retryAfter());
        }
        var right = new AtomicBoolean();
        Optional<EntryOutcome> entry;
        try {
            entry = credentials.whenRight(credential, password, () -> {
                right.set(true);
                limits.right(attempt);
                return entrance.enter(account.orElseThrow(), Set.of(Methods.PASSWORD), visit);
            });
        } catch (Problem failure) {
            if (!right.get()) {
                // Too many were being checked.
                limits.unmade(attempt);
            }
            throw failure;
        }
        if (entry.isEmpty()) {
            refused(account, visit);
            return new SignInOutcome.Wrong();
        }
        return new SignInOutcome.Right(entry.get());
    }

    private void refused(Optional<AccountId> account, Visit visit) {
        audit.record(new AuditEntry(
                "session.open",
                AuditEntry.Outcome.REFUSED,
                null,
                "account:" + account.map(AccountId::toString).orElse("unknown"),
                Map.of("reason", "wrong-credentials", "device", visit.device().name())));
    }

    /** Somebody who does not exist is locked out as others are; what was typed is not kept. */
    private static String nobody(String login) {
        try {
            var typed = login.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(typed), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
