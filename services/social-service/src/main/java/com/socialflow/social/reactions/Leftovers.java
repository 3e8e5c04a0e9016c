package com.socialflow.social.reactions;

import com.socialflow.core.PostId;
import com.socialflow.platform.recurring.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Takes away what people did with posts that are deleted, a few thousand rows at a time. */
@Component
class Leftovers {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static final int POSTS_MAX = 100;

    /** Some milliseconds of work. */
    private static final int ROWS_MAX = 2_000;

    private final ReactionStore store;

    Leftovers(ReactionStore store, Recurring recurring) {
        this.store = store;
        recurring.every(PAUSE, "leftovers", this::take);
    }

    void take() {
        for (var post : store.leftovers(POSTS_MAX)) {
            for (var reaction : Reaction.values()) {
                take(reaction, post);
            }
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            store.deleteLeftover(post);
        }
    }

    private void take(Reaction reaction, PostId post) {
        int taken;
        do {
            taken = store.deleteSome(reaction, post, ROWS_MAX);
        } while (taken == ROWS_MAX && !Thread.currentThread().isInterrupted());
    }
}
