package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.user.sessions.Entrance.StepOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The step after the password, by a code. Tries are counted by challenge and by account. */
@Component
class SecondSteps {

    private final List<SecondFactor.Code> factors;
    private final Entrance entrance;
    private final CodeLimits limits;
    private final Audit audit;

    SecondSteps(List<SecondFactor.Code> factors, Entrance entrance, CodeLimits limits, Audit audit) {
        this.factors = List.copyOf(factors);
        this.entrance = entrance;
        this.limits = limits;
        this.audit = audit;
    }

    /** What a code led to. */
    sealed interface CodeOutcome {
        record Checked(StepOutcome step) implements CodeOutcome {}

        record TooMany(Duration retryAfter) implements CodeOutcome {}
    }

    /**
     * Answers a challenge by a code.
     *
     * @throws Problem 422 when there is no such method
     */
    CodeOutcome answer(String challenge, String method, String code, Visit visit) {
        var factor = factors.stream()
                .filter(known -> known.name().equals(method))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("method", "unknown", "there is no code of this kind"));
        var account = entrance.challenged(challenge).orElse(null);
        if (account == null) {
            return new CodeOutcome.Checked(new StepOutcome.Over());
        }
        var wait = limits.takeCode(account);
        if (!wait.isZero()) {
            return new CodeOutcome.TooMany(wait);
        }
        var step = entrance.complete(challenge, visit, whose -> accepted(factor, whose, code));
        switch (step) {
            case StepOutcome.Entered _ -> limits.rightCode(account);
            case StepOutcome.Wrong _ -> refused(account, method);
            case StepOutcome.Over _ -> {}
        }
        return new CodeOutcome.Checked(step);
    }

    private static Optional<Set<String>> accepted(SecondFactor.Code factor, AccountId account, String code) {
        return factor.has(account) && factor.accept(account, code)
                ? Optional.of(Set.of(factor.method()))
                : Optional.empty();
    }

    private void refused(AccountId account, String method) {
        audit.record(AuditEntry.refused("session.second-factor", account, Map.of("method", method)));
    }
}
