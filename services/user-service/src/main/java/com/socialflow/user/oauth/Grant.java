package com.socialflow.user.oauth;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One authorization of a program, from the question to the last refresh token.
 *
 * @param person who gave it; null: nobody yet, or the program itself
 * @param requested the scopes that were asked for
 * @param granted the scopes that were given
 * @param question hash of what an answer to the question must bring along; null: nothing is asked
 * @param refreshKey thumbprint of the key without which it is not refreshed; null: of none
 * @param expiresAt when what can be used next is good no more
 * @param revoked whether it was taken back
 */
record Grant(
        long id,
        long client,
        Flow flow,
        @Nullable Giver person,
        Set<String> requested,
        Set<String> granted,
        Request request,
        byte @Nullable [] question,
        @Nullable Code code,
        @Nullable Device device,
        @Nullable Refresh refresh,
        @Nullable String refreshKey,
        Instant createdAt,
        Instant expiresAt,
        boolean revoked) {

    /** Who gave it, in which sign-in, and when that person last proved to be that person. */
    record Giver(AccountId account, long session, Instant provenAt) {}

    /**
     * What the program asked with.
     *
     * @param codeKey thumbprint of the key that the code is for; null: of none
     */
    record Request(
            @Nullable String redirectUri,
            @Nullable String state,
            @Nullable String codeChallenge,
            @Nullable String nonce,
            @Nullable String codeKey) {

        static final Request NONE = new Request(null, null, null, null, null);
    }

    /** The code that the program changes for tokens, hashed. */
    record Code(byte[] hash, boolean used) {}

    /**
     * The two codes of the device flow, hashed.
     *
     * @param decided whether the person said yes or no
     * @param used whether the device got its tokens, or was refused
     */
    record Device(
            byte[] deviceHash,
            byte[] userHash,
            boolean decided,
            boolean used,
            @Nullable Instant polledAt) {}

    /** What is known of the refresh token. */
    record Refresh(byte[] family, byte[] secret) {

        static Refresh of(GrantToken token) {
            return new Refresh(token.familyHash(), token.secretHash());
        }

        boolean issued(GrantToken token) {
            return MessageDigest.isEqual(family, token.familyHash());
        }

        boolean isCurrent(GrantToken token) {
            return MessageDigest.isEqual(secret, token.secretHash());
        }
    }

    Grant {
        requested = Set.copyOf(requested);
        granted = Set.copyOf(granted);
    }

    String text() {
        return Ids.format(id);
    }

    boolean goesOnOffline() {
        return granted.contains(Scopes.OFFLINE);
    }

    /** What tokens call the sign-in that they belong to: one without end is a sign-in of its own. */
    String session() {
        return goesOnOffline() || person == null ? text() : Ids.format(person.session());
    }

    /** Keeps the hashes out of logs. */
    @Override
    public String toString() {
        return "Grant[id=%s, client=%s]".formatted(text(), Ids.format(client));
    }
}
