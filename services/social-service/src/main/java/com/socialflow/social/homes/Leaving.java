package com.socialflow.social.homes;

import com.socialflow.core.AccountId;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.social.homes.PulledStore.Pulled;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Brings posts again of whom they were fetched, when the reason is gone. First new ones are brought, while readers
 * fetch on; then the newest ones of the time in between; then readers stop. Each step bears to be repeated.
 */
@Component
class Leaving {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private static final int PAGE = 100;

    private final PulledStore store;
    private final PulledAuthors authors;
    private final FanOut fanOut;
    private final Clock clock;

    Leaving(PulledStore store, PulledAuthors authors, FanOut fanOut, Clock clock, Recurring recurring) {
        this.store = store;
        this.authors = authors;
        this.fanOut = fanOut;
        this.clock = clock;
        recurring.every(EVERY, "homes-pulled", this::round);
    }

    void round() {
        Predicate<Pulled> over = pulled -> pulled.until()
                .map(until -> until.isBefore(clock.instant()))
                .orElseGet(() -> authors.isSmall(pulled.author()));
        var after = 0L;
        while (true) {
            var page = store.after(after, PAGE);
            page.stream().filter(over).map(Pulled::author).forEach(this::leave);
            if (page.size() < PAGE) {
                return;
            }
            after = page.getLast().author().value();
        }
    }

    private void leave(AccountId author) {
        store.leave(author);
        var newest = store.newest(author, Homes.ENTRIES_MAX);
        if (!newest.isEmpty()) {
            fanOut.catchUp(author, newest.reversed());
        }
        store.delete(author);
    }
}
