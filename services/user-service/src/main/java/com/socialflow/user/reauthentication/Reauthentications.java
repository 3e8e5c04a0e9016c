package com.socialflow.user.reauthentication;

import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.auth.Actor;
import com.socialflow.user.accounts.NewPasswords;
import com.socialflow.user.mfa.Totp;
import com.socialflow.user.passkeys.PasskeyProofs;
import com.socialflow.user.sessions.CodeLimits;
import com.socialflow.user.sessions.Methods;
import com.socialflow.user.sessions.SessionTokens;
import com.socialflow.user.sessions.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Renews when a session's person last proved to be that person. Each try is counted: a session may be found open. */
@Component
class Reauthentications {

    private final NewPasswords passwords;
    private final Totp codes;
    private final PasskeyProofs passkeys;
    private final CodeLimits limits;
    private final SessionTokens tokens;
    private final Audit audit;

    Reauthentications(
            NewPasswords passwords,
            Totp codes,
            PasskeyProofs passkeys,
            CodeLimits limits,
            SessionTokens tokens,
            Audit audit) {
        this.passwords = passwords;
        this.codes = codes;
        this.passkeys = passkeys;
        this.limits = limits;
        this.tokens = tokens;
        this.audit = audit;
    }

    /** What is shown. */
    sealed interface Shown {
        record Password(String text) implements Shown {}

        record Code(String text) implements Shown {}

        record Passkey(String ceremony, String credentialJson) implements Shown {}
    }

    /** What it led to. */
    sealed interface ProofOutcome {
        record Proven(Tokens tokens) implements ProofOutcome {}

        record Wrong() implements ProofOutcome {}

        record TooMany(Duration retryAfter) implements ProofOutcome {}

        /** The session ended meanwhile. */
        record Over() implements ProofOutcome {}
    }

    ProofOutcome prove(Actor actor, Shown shown) {
        var account = actor.account();
        var wait = limits.takeProof(account);
        if (!wait.isZero()) {
            return new ProofOutcome.TooMany(wait);
        }
        var method = method(account, shown);
        if (method.isEmpty()) {
            audit.record(AuditEntry.refused("session.reauthenticate", account, Map.of("by", kind(shown))));
            return new ProofOutcome.Wrong();
        }
        limits.rightProof(account);
        var proven = tokens.proven(actor.session(), account, Set.of(method.get()));
        if (proven.isEmpty()) {
            return new ProofOutcome.Over();
        }
        audit.record(AuditEntry.done("session.reauthenticate", account, Map.of("by", kind(shown))));
        return new ProofOutcome.Proven(proven.get());
    }

    private Optional<String> method(AccountId account, Shown shown) {
        return switch (shown) {
            case Shown.Password(var text) ->
                passwords.matches(account, text) ? Optional.of(Methods.PASSWORD) : Optional.empty();
            case Shown.Code(var text) -> codes.accept(account, text) ? Optional.of(Methods.CODE) : Optional.empty();
            case Shown.Passkey(var ceremony, var credentialJson) ->
                passkeys.prove(ceremony, credentialJson)
                        .filter(proof -> proof.account().equals(account))
                        .map(PasskeyProofs.Proof::method);
        };
    }

    private static String kind(Shown shown) {
        return switch (shown) {
            case Shown.Password _ -> "password";
            case Shown.Code _ -> "code";
            case Shown.Passkey _ -> "passkey";
        };
    }
}
