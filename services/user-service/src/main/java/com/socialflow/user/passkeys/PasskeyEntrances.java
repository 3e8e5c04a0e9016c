package com.socialflow.user.passkeys;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.user.passkeys.PasskeyBodies.Answer;
import com.socialflow.user.sessions.Entrance;
import com.socialflow.user.sessions.Entrance.EntryOutcome;
import com.socialflow.user.sessions.Entrance.StepOutcome;
import com.socialflow.user.sessions.Methods;
import com.socialflow.user.sessions.Visit;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Coming in by a passkey: alone, for the authenticator has recognized its owner and so is two factors in one, or after
 * a password.
 */
@Component
class PasskeyEntrances {

    private final PasskeyProofs proofs;
    private final Entrance entrance;

    PasskeyEntrances(PasskeyProofs proofs, Entrance entrance) {
        this.proofs = proofs;
        this.entrance = entrance;
    }

    /**
     * Whose second factor the challenge asks for.
     *
     * @throws Problem 401 when it is over
     */
    AccountId challenged(String challenge) {
        return entrance.challenged(challenge)
                .orElseThrow(() -> Problem.unauthorized(
                        "challenge-invalid", "this took too long or failed too often: sign in again"));
    }

    /** Empty when no passkey was shown, rightly. */
    Optional<EntryOutcome> first(Answer answer, Visit visit) {
        return proofs.prove(answer.ceremony(), answer.credentialJson())
                .map(proof -> entrance.enter(proof.account(), Set.of(proof.method(), Methods.SEVERAL), visit));
    }

    StepOutcome second(String challenge, Answer answer, Visit visit) {
        return entrance.complete(
                challenge,
                visit,
                account -> proofs.prove(answer.ceremony(), answer.credentialJson())
                        .filter(proof -> proof.account().equals(account))
                        .map(proof -> Set.of(proof.method())));
    }
}
