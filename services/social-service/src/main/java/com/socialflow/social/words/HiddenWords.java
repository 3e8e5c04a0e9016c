package com.socialflow.social.words;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.socialflow.core.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What each reader does not want to read, ready to be looked for. */
@Component
public class HiddenWords {

    /** A change shows within this time in other processes, and at once in the one that made it. */
    static final Duration KEPT = Duration.ofSeconds(30);

    /** Readers at once, most of whom hide nothing; of one who hides everything that is possible, about 100 KB. */
    private static final int KEPT_MAX = 10_000;

    private final HiddenWordStore store;
    private final Clock clock;
    private final Cache<AccountId, Matcher> kept;

    HiddenWords(HiddenWordStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .maximumSize(KEPT_MAX)
                .expireAfterWrite(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Looks for one reader's words. */
    @FunctionalInterface
    public interface Matcher {

        /** Of somebody who hides nothing. */
        Matcher NOTHING = _ -> Optional.empty();

        /** What the reader wants of a text that holds some of the words; empty when it holds none. */
        Optional<WordAction> find(String text);
    }

    /** The words of the viewer, remembered for {@link #KEPT}; nothing of somebody who is not signed in. */
    public Matcher of(Optional<AccountId> viewer) {
        return viewer.map(account -> kept.get(account, this::compile)).orElse(Matcher.NOTHING);
    }

    private Matcher compile(AccountId account) {
        var words = store.of(account, clock.instant());
        return words.isEmpty() ? Matcher.NOTHING : new WordSearch(words);
    }

    /** The person changed something. */
    void changed(AccountId account) {
        kept.invalidate(account);
    }
}
