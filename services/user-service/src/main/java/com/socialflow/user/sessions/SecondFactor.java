package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;

/** A way to prove, beside a password, to be somebody. */
public interface SecondFactor {

    /** As the API calls it: {@code totp}, {@code recovery-code}, {@code passkey}. */
    String name();

    /** Whether the account has it. */
    boolean has(AccountId account);

    /** One that is a code to type. */
    interface Code extends SecondFactor {

        /** What a right code counts as ({@link Methods}). */
        String method();

        /** Whether the code is right; one that is is used up by it. Inside a transaction. */
        boolean accept(AccountId account, String code);
    }
}
