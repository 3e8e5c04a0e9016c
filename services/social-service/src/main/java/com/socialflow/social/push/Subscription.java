package com.socialflow.social.push;

import com.socialflow.core.AccountId;

/**
 * Where a device is told.
 *
 * @param deviceKey a point of P-256
 * @param deviceAuth 16 secret bytes
 */
record Subscription(long id, AccountId account, String endpoint, byte[] deviceKey, byte[] deviceAuth) {

    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "Subscription[id=%d]".formatted(id);
    }
}
