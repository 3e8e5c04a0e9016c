package com.socialflow.user.tokens;

import com.socialflow.core.Ids;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.auth.Delegation;
import com.socialflow.platform.auth.OpaqueTokens;
import com.socialflow.user.oauth.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says whose a personal access token is that somebody shows. */
@Component
class ShownTokens implements OpaqueTokens {

    /** As exact as the last use is kept: a row is not written at every request. */
    private static final Duration COARSE = Duration.ofHours(1);

    private final PersonalTokenStore store;
    private final Clock clock;

    ShownTokens(PersonalTokenStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Known> find(byte[] hash) {
        var now = clock.instant();
        return store.find(hash, now).map(shown -> {
            var token = shown.token();
            if (token.usedAt() == null || token.usedAt().plus(COARSE).isBefore(now)) {
                store.used(token.id(), now);
            }
            var id = Ids.format(token.id());
            var actor = new Actor(
                    token.account(),
                    id,
                    Scopes.roles(shown.roles(), token.scopes()),
                    // Nobody proves anything by a token that lies in a file.
                    Instant.EPOCH,
                    new Delegation("personal:" + id, token.scopes()));
            return new Known(actor, token.expiresAt());
        });
    }
}
