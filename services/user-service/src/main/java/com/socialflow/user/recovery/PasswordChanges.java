package com.socialflow.user.recovery;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.limits.Allowance;
import com.socialflow.platform.limits.Throttle;
import com.socialflow.user.accounts.NewPasswords;
import com.socialflow.user.accounts.People;
import com.socialflow.user.onetime.OneTimeTokens;
import com.socialflow.user.onetime.OneTimeTokens.Purpose;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Choosing another password. It is hashed outside the transaction: that takes longer than everything in it. */
@Component
class PasswordChanges {

    /** Wrong present passwords of one account: as many as at signing in. */
    static final Allowance WRONG = new Allowance(10, Duration.ofMinutes(15));

    private final People people;
    private final NewPasswords passwords;
    private final OneTimeTokens tokens;
    private final PasswordReplacements changes;
    private final PasswordNews news;
    private final Throttle throttle;

    PasswordChanges(
            People people,
            NewPasswords passwords,
            OneTimeTokens tokens,
            PasswordReplacements changes,
            PasswordNews news,
            Throttle throttle) {
        this.people = people;
        this.passwords = passwords;
        this.tokens = tokens;
        this.changes = changes;
        this.news = news;
        this.throttle = throttle;
    }

    /** What a wish for another password led to. */
    sealed interface ChangeOutcome {
        record Changed() implements ChangeOutcome {}

        /** The account has a password, and it was not given. */
        record CurrentMissing() implements ChangeOutcome {}

        record CurrentWrong() implements ChangeOutcome {}

        record TooMany(Duration retryAfter) implements ChangeOutcome {}
    }

    /**
     * Another password for who signed in.
     *
     * @param current the present one; not needed by an account that has none
     * @throws Problem 422 when the new one is not good enough, 503 when too many passwords are being checked
     */
    ChangeOutcome change(Actor actor, @Nullable String current, String password) {
        var account = actor.account();
        if (people.passwordChangedAt(account).isPresent()) {
            if (current == null) {
                return new ChangeOutcome.CurrentMissing();
            }
            var key = "password-change:" + account;
            var wait = throttle.take(key, WRONG);
            if (!wait.isZero()) {
                return new ChangeOutcome.TooMany(wait);
            }
            if (!passwords.matches(account, current)) {
                news.refused(account, "wrong-password");
                return new ChangeOutcome.CurrentWrong();
            }
            throttle.forget(key);
        }
        changes.change(account, actor.session(), hash(account, password));
        return new ChangeOutcome.Changed();
    }

    /**
     * A new password for whose the token is; false when it is nobody's, or was used.
     *
     * @throws Problem 422 when the new one is not good enough: the token stays good
     */
    boolean reset(String token, String password) {
        var proof = tokens.look(Purpose.RESET_PASSWORD, token);
        return proof.isPresent() && changes.reset(token, hash(proof.get().account(), password));
    }

    private String hash(AccountId account, String password) {
        return passwords.hash(people.find(account).orElseThrow(() -> Problem.notFound("account")), password);
    }
}
