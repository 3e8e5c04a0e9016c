package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
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
        CLOSED,
        INVITE_REQUIRED,
        /** Used, expired, taken back, somebody else's, or never one. */
        INVITE_INVALID,
        REASON_REQUIRED
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
