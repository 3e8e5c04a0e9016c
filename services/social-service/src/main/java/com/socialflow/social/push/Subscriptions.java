package com.socialflow.social.push;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.Problem;
import java.time.Clock;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On which devices people want to be told. */
@Component
class Subscriptions {

    /** Of one person: the oldest goes when another comes. */
    static final int DEVICES_MAX = 10;

    private final SubscriptionStore store;
    private final PushServices services;
    private final Ids ids;
    private final Clock clock;

    Subscriptions(SubscriptionStore store, PushServices services, Ids ids, Clock clock) {
        this.store = store;
        this.services = services;
        this.ids = ids;
        this.clock = clock;
    }

    /** A device that was somebody else's is this person's from now on: what waits for it goes. */
    @Transactional
    void add(AccountId account, String endpoint, String deviceKey, String auth) {
        if (services.address(endpoint).isEmpty()) {
            throw Problem.invalid("endpoint", "unknown-service", "not the address of a push service");
        }
        var key = decode("keys.p256dh", deviceKey, Points.LENGTH);
        if (Points.read(key).isEmpty()) {
            throw Problem.invalid("keys.p256dh", "malformed", "not a point of P-256");
        }
        var device = new Subscription(
                ids.next(), account, endpoint, key, decode("keys.auth", auth, PushContent.AUTH_LENGTH));
        store.delete(endpoint);
        store.insert(device, clock.instant());
        store.keep(account, DEVICES_MAX);
    }

    /** Nothing when there is no such device of the person. */
    void remove(AccountId account, String endpoint) {
        store.delete(account, endpoint);
    }

    private static byte[] decode(String field, String text, int length) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == length) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw Problem.invalid(field, "malformed", "%d bytes in base64url", length);
    }
}
