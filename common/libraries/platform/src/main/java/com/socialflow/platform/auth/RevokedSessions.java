package com.socialflow.platform.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sessions that ended while access tokens of theirs may still be good. Known at once in the process where they end, and
 * through {@link RevocationExchange} within about a second in the others.
 */
public class RevokedSessions {

    /** Clocks of our processes differ by less. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Duration kept;
    // No larger than the sessions that end in that time, each of which took a password hash to begin.
    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final Map<String, Instant> unpublished = new ConcurrentHashMap<>();

    RevokedSessions(AuthSettings settings, Clock clock) {
        this.clock = clock;
        this.kept = settings.tokenLifetime().plus(SKEW);
    }

    /** From now on every access token of this session is refused. Does not wait for other processes. */
    public void revoke(String session) {
        revoke(session, clock.instant());
    }

    /** The same for a session that ended at that time, before this process started perhaps. */
    public void revoke(String session, Instant at) {
        if (note(session, at)) {
            unpublished.put(session, at);
        }
    }

    /** How long after a session's end a token of it could still be taken for good. */
    public Duration kept() {
        return kept;
    }

    /** Whether the session is known to have ended not long ago. */
    public boolean contains(String session) {
        return until.containsKey(session);
    }

    /** Returns whether that was news that still matters. */
    boolean note(String session, Instant at) {
        var end = at.plus(kept);
        return end.isAfter(clock.instant()) && until.putIfAbsent(session, end) == null;
    }

    Map<String, Instant> unpublished() {
        return Map.copyOf(unpublished);
    }

    void published(String session) {
        unpublished.remove(session);
    }

    void forgetOld() {
        var now = clock.instant();
        until.values().removeIf(end -> end.isBefore(now));
    }
}
