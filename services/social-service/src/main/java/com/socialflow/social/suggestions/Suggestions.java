package com.socialflow.social.suggestions;

import com.socialflow.core.AccountId;
import com.socialflow.social.suggestions.SuggestionStore.Link;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suggests people. The work is bounded whoever asks: at most {@value #FOLLOWS_MAX} times {@value #EACH_MAX} rows of two
 * indexes are read.
 */
@Component
class Suggestions {

    /** The newest follows of the person: taste changes. */
    private static final int FOLLOWS_MAX = 500;

    /** The newest follows of each of those. */
    private static final int EACH_MAX = 100;

    /** Of whom is asked whether the person knows them already: four times as many as may be followed. */
    private static final int LINKED_MAX = 2_000;

    /** Whose popularity is looked up, beyond those that are shown: a celebrity with many links may fall behind. */
    private static final int CANDIDATES_MAX = 200;

    /** Of one person: who dismisses more is shown some again. */
    static final int DISMISSALS_MAX = 10_000;

    private final SuggestionStore store;
    private final Tallies tallies;
    private final Clock clock;

    Suggestions(SuggestionStore store, Tallies tallies, Clock clock) {
        this.store = store;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** The best, the best first. */
    List<AccountId> of(AccountId account, int limit) {
        var links = store.links(account, FOLLOWS_MAX, EACH_MAX, LINKED_MAX, CANDIDATES_MAX, clock.instant());
        var counts = tallies.of(links.stream().map(Link::account).toList());
        var candidates = links.stream()
                .map(link -> new Candidate(
                        link.account(),
                        link.links(),
                        counts.getOrDefault(link.account().value(), Map.of()).getOrDefault(Tally.FOLLOWERS, 0L)))
                .toList();
        return Candidate.best(candidates, limit).stream()
                .map(Candidate::account)
                .toList();
    }

    /** Suggests somebody never again; false when the person dismissed too many. */
    @Transactional
    boolean dismiss(AccountId account, AccountId dismissed) {
        if (store.count(account, DISMISSALS_MAX) == DISMISSALS_MAX) {
            return false;
        }
        store.dismiss(account, dismissed);
        return true;
    }
}
