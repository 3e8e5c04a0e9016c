package com.socialflow.user.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/**
 * A key of access tokens: P-256, for ES256.
 *
 * @param key without its private part when that could not be opened: then it only verifies
 */
record SigningKey(ECKey key, Instant createdAt, Instant signsUntil, Instant verifiesUntil) {

    String id() {
        return key.getKeyID();
    }

    boolean signsAt(Instant time) {
        return key.isPrivate() && time.isBefore(signsUntil);
    }
}
