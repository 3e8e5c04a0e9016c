package com.socialflow.social.reactions;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.views.Sight;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Liking, reposting and keeping posts. Doing it twice is doing it once. Not in a transaction: it may have to call. */
@Component
class Reactions {

    private final Sight sight;
    private final Marking marking;

    Reactions(Sight sight, Marking marking) {
        this.sight = sight;
        this.marking = marking;
    }

    /** What came of it. */
    enum Outcome {
        DONE,
        /** There is no such post for this person. */
        NOT_FOUND,
        /** What is for followers does not leave their circle. */
        REFUSED
    }

    Outcome add(Reaction reaction, PostId post, AccountId account) {
        var seen = sight.find(post, Optional.of(account)).orElse(null);
        if (seen == null) {
            return Outcome.NOT_FOUND;
        }
        if (reaction == Reaction.REPOST && !seen.mayRepost()) {
            return Outcome.REFUSED;
        }
        return marking.add(reaction, post, account) ? Outcome.DONE : Outcome.NOT_FOUND;
    }

    /** What one did can be taken back even when the post may not be seen any more. */
    Outcome takeBack(Reaction reaction, PostId post, AccountId account) {
        if (marking.takeBack(reaction, post, account)) {
            return Outcome.DONE;
        }
        return sight.find(post, Optional.of(account)).isPresent() ? Outcome.DONE : Outcome.NOT_FOUND;
    }
}
