package com.socialflow.social.homes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.socialflow.core.AccountId;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whose posts followers fetch when they read: people with very many followers, and for a while people who post more
 * than can be brought. It is noted in the database before the first post is not brought, and readers look there
 * after they read their home: so they miss none. {@link Leaving} is the way back.
 */
@Component
class PulledAuthors {

    /** Deliveries of somebody since a time. */
    private record Count(Instant since, int deliveries) {}

    /** Authors whose deliveries are counted at once in this process; of one beyond, it begins anew. */
    private static final int COUNTED_MAX = 50_000;

    private final PulledStore store;
    private final Tallies tallies;
    private final HomeSettings settings;
    private final Clock clock;
    private final Cache<AccountId, Count> counts = Caffeine.newBuilder()
            .maximumSize(COUNTED_MAX)
            .expireAfterWrite(HomeSettings.STORM)
            .build();

    PulledAuthors(PulledStore store, Tallies tallies, HomeSettings settings, Clock clock) {
        this.store = store;
        this.tallies = tallies;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those of the authors whose posts are fetched; who has got very many followers is one of them from now on. */
    Set<AccountId> among(Collection<AccountId> authors) {
        if (authors.isEmpty()) {
            return Set.of();
        }
        var pulled = new HashSet<>(store.among(authors));
        var counted = tallies.of(authors);
        for (var author : authors) {
            if (!pulled.contains(author) && followers(counted, author) >= settings.pulledFrom()) {
                store.put(author, null);
                pulled.add(author);
            }
        }
        return pulled;
    }

    /** Whether there are clearly fewer followers than make somebody's posts fetched: a few of them change nothing. */
    boolean isSmall(AccountId author) {
        return followers(tallies.of(Set.of(author)), author) < settings.pulledFrom() * 4L / 5;
    }

    private static long followers(Map<Long, Map<Tally, Long>> counted, AccountId author) {
        return counted.getOrDefault(author.value(), Map.of()).getOrDefault(Tally.FOLLOWERS, 0L);
    }

    /** So many more were brought. */
    void count(AccountId author, int deliveries) {
        var now = clock.instant();
        counts.asMap()
                .merge(
                        author,
                        new Count(now, deliveries),
                        (known, more) -> known.since().plus(HomeSettings.STORM).isBefore(now)
                                ? more
                                : new Count(known.since(), known.deliveries() + deliveries));
    }

    /** Whether the author has had a fair share; then the author's posts are fetched for a while. */
    boolean isBeyond(AccountId author) {
        var count = counts.getIfPresent(author);
        if (count == null || count.deliveries() <= HomeSettings.DELIVERIES_MAX) {
            return false;
        }
        store.put(author, clock.instant().plus(HomeSettings.PULLED_FOR));
        counts.invalidate(author);
        return true;
    }
}
