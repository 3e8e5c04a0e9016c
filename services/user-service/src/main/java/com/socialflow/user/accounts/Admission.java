package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is let in. What knows the modes of registration implements it. */
public interface Admission {

    /** What somebody brings along. */
    record Application(
            Email email, @Nullable String invite, @Nullable String reason) {}

    /** What is said to it. */
    sealed interface Verdict {
        /**
         * Come in.
         *
         * @param waits whether somebody has to approve first
         * @param roles what the account may do beyond what everyone may
         */
        record Welcome(boolean waits, Set<String> roles) implements Verdict {}

        record Refused(Refusal why) implements Verdict {}
    }

    /** Why somebody is not let in. */
    enum Refusal {
        CLOSED(403, "registration-closed", "nobody new is let in at present"),
        INVITE_REQUIRED(422, "invite-required", "one needs an invitation to register"),
        /** Used, expired, taken back, somebody else's, or never one. */
        INVITE_INVALID(422, "invite-invalid", "this invitation was used, has expired, or is not for you"),
        REASON_REQUIRED(422, "reason-required", "say why you want to join: somebody reads it and decides");

        private final int status;
        private final String code;
        private final String detail;

        Refusal(int status, String code, String detail) {
            this.status = status;
            this.code = code;
            this.detail = detail;
        }

        /** As the API says it. */
        Problem problem() {
            return Problem.of(status, code, detail);
        }
    }

    /** What would be said now. Nothing happens yet. */
    Verdict check(Application application);

    /**
     * The account is there: the invitation is used up, or approval asked for. False when it was used meanwhile.
     *
     * @param waits as the verdict said
     */
    boolean enter(AccountId newcomer, Username username, boolean waits, Application application);
}
