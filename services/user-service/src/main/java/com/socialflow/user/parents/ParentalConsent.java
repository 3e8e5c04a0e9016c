package com.socialflow.user.parents;

import com.socialflow.core.AccountId;
import java.time.Instant;

/**
 * That a parent agreed.
 *
 * @param sealedParent name, address and token, closed in the child's vault
 * @param method how it was verified that it is the parent
 * @param version of the privacy text that was agreed to, and its SHA-256
 * @param confirmAt when the second letter goes out
 */
record ParentalConsent(
        AccountId child,
        byte[] sealedParent,
        byte[] addressHash,
        String method,
        String version,
        byte[] textHash,
        Instant agreedAt,
        Instant confirmAt,
        byte[] revocationHash) {}
