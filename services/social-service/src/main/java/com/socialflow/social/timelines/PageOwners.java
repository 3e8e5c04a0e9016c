package com.socialflow.social.timelines;

import com.socialflow.core.AccountId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.social.graph.Graph;
import com.socialflow.social.people.People;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose pages may be seen. Of what is on them the rules decide. */
@Component
class PageOwners {

    private final People people;
    private final Graph graph;

    PageOwners(People people, Graph graph) {
        this.people = people;
        this.graph = graph;
    }

    /** Whether there is such a person, as far as the viewer is to know. */
    boolean mayBeSeen(AccountId owner, Optional<Actor> viewer) {
        var account = viewer.map(Actor::account);
        return account.equals(Optional.of(owner))
                || (people.find(owner).isPresent()
                        && !graph.ties(account, List.of(owner)).apart(owner));
    }
}
