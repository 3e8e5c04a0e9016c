package com.socialflow.user.vault;

import com.socialflow.core.AccountId;
import java.util.Optional;

/** Closes what belongs to one person under a key of that person: destroying the key erases all of it, wherever it lies. */
public interface PersonalVault {

    /**
     * Closes something.
     *
     * @param purpose what it is, such as {@code totp-secret}: what was closed for one purpose does not open for another
     */
    byte[] close(AccountId account, String purpose, byte[] open);

    /** What was closed; empty when the person's key is gone, or it was closed for something else. */
    Optional<byte[]> open(AccountId account, String purpose, byte[] closed);

    /** Destroys the person's key, in the present transaction: nothing that was closed under it opens again. */
    void destroy(AccountId account);
}
