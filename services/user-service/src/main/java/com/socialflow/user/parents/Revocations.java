package com.socialflow.user.parents;

import com.socialflow.user.erasure.Departures;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A parent takes the consent back: the child's account goes, at once. */
@Component
class Revocations {

    private final ParentalStore store;
    private final ParentalTokens tokens;
    private final ParentalRecord record;
    private final Departures departures;

    Revocations(ParentalStore store, ParentalTokens tokens, ParentalRecord record, Departures departures) {
        this.store = store;
        this.tokens = tokens;
        this.record = record;
        this.departures = departures;
    }

    /** False when the token is none, or the account is gone already. */
    @Transactional
    boolean revoke(String token) {
        var child = store.findByRevocation(tokens.hash(token)).orElse(null);
        if (child == null) {
            return false;
        }
        record.audit("parental-consent.revoke", child);
        departures.eraseNow(child);
        return true;
    }
}
