package com.socialflow.user.vault;

import com.socialflow.core.AccountId;
import java.util.Optional;

/**
 * Closes what belongs to one person under a key of that person: destroying the key erases all of it, wherever it lies.
 */
public interface PersonalVault {

    /**
     * Closes something. After the person's key is destroyed nobody ever opens what this gives.
     *
     * @param purpose what it is, such as {@code totp-secret}: what was closed for one purpose does not open for another
     * @throws com.socialflow.core.Problem 503 when the key service is away
     */
    byte[] close(AccountId account, String purpose, byte[] open);

    /**
     * What was closed; empty when the person's key is gone, or it was closed for something else.
     *
     * @throws com.socialflow.core.Problem 503 when the key service is away
     */
    Optional<byte[]> open(AccountId account, String purpose, byte[] closed);

    /**
     * Destroys the person's key, for good, once the present transaction commits. In other processes what was closed may
     * open for a minute longer.
     */
    void destroy(AccountId account);
}
