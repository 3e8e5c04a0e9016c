package com.socialflow.social.rules;

import com.socialflow.core.AccountId;
import com.socialflow.social.graph.Ties;
import java.util.Optional;

/**
 * What the rules must know of who looks.
 *
 * @param viewer empty: somebody who is not signed in
 * @param ties to the authors of everything that is decided on
 * @param minor under 18, or of unknown age
 */
public record ViewerFacts(Optional<AccountId> viewer, Ties ties, boolean minor) {

    /** Somebody who is not signed in: of unknown age. */
    public static final ViewerFacts ANYBODY = new ViewerFacts(Optional.empty(), Ties.NONE, true);

    /** Whether it is this one who looks. */
    public boolean is(AccountId account) {
        return viewer.isPresent() && viewer.get().equals(account);
    }
}
