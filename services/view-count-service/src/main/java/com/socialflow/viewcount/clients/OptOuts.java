package com.socialflow.viewcount.clients;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.socialflow.core.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Who refused that views are noted as that person's. Whom the user service says nothing of is taken to have refused.
 */
@Component
class OptOuts {

    /** A choice holds within this time. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** About 5 MB. */
    private static final int KEPT_MAX = 50_000;

    private final OptOutsClient client;
    private final Cache<AccountId, Boolean> kept;

    OptOuts(OptOutsClient client, Clock clock) {
        this.client = client;
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.kept = Caffeine.newBuilder()
                .maximumSize(KEPT_MAX)
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                .build();
    }

    boolean optedOut(AccountId account) {
        var known = kept.getIfPresent(account);
        if (known != null) {
            return known;
        }
        var answer = client.find(account);
        answer.ifPresent(optedOut -> kept.put(account, optedOut));
        return answer.orElse(true);
    }
}
