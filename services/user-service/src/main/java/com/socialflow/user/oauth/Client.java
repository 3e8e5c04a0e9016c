package com.socialflow.user.oauth;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that somebody registered.
 *
 * @param website where people read about it
 * @param redirectUris where answers to its questions go
 * @param logoutUris where people may be sent after signing out
 * @param dpop whether its tokens are always bound to a key
 * @param secretHash SHA-256 of its secret; null: it can keep none
 */
record Client(
        long id,
        AccountId owner,
        String name,
        @Nullable String website,
        List<String> redirectUris,
        List<String> logoutUris,
        Set<Flow> flows,
        boolean dpop,
        byte @Nullable [] secretHash,
        Instant createdAt) {

    Client {
        redirectUris = List.copyOf(redirectUris);
        logoutUris = List.copyOf(logoutUris);
        flows = Set.copyOf(flows);
    }

    /** As the protocol names it. */
    String clientId() {
        return Ids.format(id);
    }

    boolean confidential() {
        return secretHash != null;
    }

    Client withSecret(byte[] hash) {
        return new Client(id, owner, name, website, redirectUris, logoutUris, flows, dpop, hash, createdAt);
    }

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "Client[id=%s, name=%s]".formatted(clientId(), name);
    }
}
