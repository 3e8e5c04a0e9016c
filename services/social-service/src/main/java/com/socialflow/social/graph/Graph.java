package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who stands how to whom, for all who must know before they show something. */
@Component
public class Graph {

    private final TieStore store;
    private final Clock clock;

    Graph(TieStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** How the viewer stands to each of the others, asked in one statement. */
    public Ties ties(Optional<AccountId> viewer, Collection<AccountId> others) {
        return viewer.isEmpty() || others.isEmpty() ? Ties.NONE : store.ties(viewer.get(), others, clock.instant());
    }
}
