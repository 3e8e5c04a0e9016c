package com.socialflow.user.erasure;

import com.socialflow.platform.secrets.MasterKey;
import com.socialflow.user.accounts.NameReservation;
import com.socialflow.user.accounts.Username;
import com.socialflow.user.personal.Leaver;
import com.socialflow.user.personal.PersonalErasure;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the names of people who are gone from others for a year. Only a hash is kept, under a key: names are few enough
 * to try them all. Asked first, while the person's former names are still known.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RetiredNames implements PersonalErasure, NameReservation {

    /** Long enough that links and mentions of the person have grown old. */
    static final Period RESERVED = Period.ofYears(1);

    private static final String ALGORITHM = "HmacSHA256";

    private final RetiredNameStore store;
    private final SecretKey key;
    private final Clock clock;

    RetiredNames(RetiredNameStore store, MasterKey secret, Clock clock) {
        this.store = store;
        this.key = secret.derive("retired-name", ALGORITHM);
        this.clock = clock;
    }

    @Override
    public void erase(Leaver leaver) {
        var now = clock.instant();
        store.forgetBefore(now);
        var until = now.atOffset(ZoneOffset.UTC).plus(RESERVED).toInstant();
        store.insert(hash(leaver.username()), until);
        store.former(leaver.account()).forEach(name -> store.insert(hash(name), until));
    }

    @Override
    public boolean reserved(Username username) {
        return store.has(hash(username.value()), clock.instant());
    }

    private byte[] hash(String username) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
