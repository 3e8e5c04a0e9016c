package com.socialflow.platform.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a token with a good signature says.
 *
 * @param actor whose it is; null: a program's own
 * @param program whose it is; null: a person's
 * @param grant what it was given for, which may be taken back; null: a sign-in alone
 * @param keyThumbprint of the key that whoever uses it must have (RFC 9449); null: it is a bearer's
 */
record VerifiedToken(
        @Nullable Actor actor,
        @Nullable Program program,
        @Nullable String grant,
        @Nullable String keyThumbprint,
        Instant expires) {

    /** A person's, through our own client or a token of his or her own. */
    static VerifiedToken of(Actor actor, Instant expires) {
        return new VerifiedToken(actor, null, null, null, expires);
    }

    /** Whether it opens nothing to anybody but our own client. */
    boolean ofOurClient() {
        return actor != null && actor.delegation() == null && keyThumbprint == null;
    }
}
