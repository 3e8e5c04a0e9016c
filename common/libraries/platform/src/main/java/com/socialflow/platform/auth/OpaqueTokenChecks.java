package com.socialflow.platform.auth;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Asks whose a personal access token is, and remembers the answer for a moment. */
final class OpaqueTokenChecks {

    /** So long a token may work after it was taken back. */
    static final Duration REMEMBERED = Duration.ofSeconds(10);

    /** About 5 MB; beyond it all is asked for anew. */
    private static final int REMEMBERED_MAX = 10_000;

    private final Supplier<OpaqueTokens> tokens;
    private final Clock clock;
    private final Map<ByteBuffer, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(OpaqueTokens.Known known, Instant until) {}

    OpaqueTokenChecks(Supplier<OpaqueTokens> tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What this token is good for.
     *
     * @throws com.socialflow.core.Problem 401 {@code token-invalid} when for nothing; 503 when that can't be known
     */
    VerifiedToken check(String token) {
        var hash = OpaqueTokenText.hash(token).orElseThrow(AccessTokens::invalid);
        var key = ByteBuffer.wrap(hash);
        var now = clock.instant();
        var answer = answers.get(key);
        if (answer == null || !now.isBefore(answer.until())) {
            answers.remove(key);
            answer = new Answer(tokens.get().find(hash).orElseThrow(AccessTokens::invalid), now.plus(REMEMBERED));
            if (answers.size() >= REMEMBERED_MAX) {
                answers.clear();
            }
            answers.put(key, answer);
        }
        var known = answer.known();
        if (!now.isBefore(known.expires())) {
            throw AccessTokens.refused("token-expired", "this token has expired: make another one");
        }
        return VerifiedToken.of(known.actor(), known.expires());
    }
}
