package com.socialflow.social.suggestions;

import com.socialflow.core.AccountId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Somebody to suggest.
 *
 * @param links how many of those whom the person follows follow the candidate
 * @param followers how many follow the candidate at all
 */
record Candidate(AccountId account, int links, long followers) {

    /**
     * Higher is better: links weigh, and what everybody follows says little about anyone (the damping of Adamic and
     * Adar, 2003).
     */
    double score() {
        return links / Math.log(Math.E + Math.max(0, followers));
    }

    /** The best first; of equal ones the older account. */
    static List<Candidate> best(Collection<Candidate> candidates, int limit) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .reversed()
                        .thenComparing(candidate -> candidate.account().value()))
                .limit(limit)
                .toList();
    }
}
