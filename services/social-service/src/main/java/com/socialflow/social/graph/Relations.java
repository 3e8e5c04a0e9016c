package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Page;
import com.socialflow.social.graph.FollowStore.Entry;
import com.socialflow.social.people.People;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a viewer may know of ties: all of one's own, and of others who follows whom, unless they are private. */
@Component
class Relations {

    private final People people;
    private final Graph graph;
    private final RelationStore relations;
    private final FollowStore follows;
    private final Clock clock;

    Relations(People people, Graph graph, RelationStore relations, FollowStore follows, Clock clock) {
        this.people = people;
        this.graph = graph;
        this.relations = relations;
        this.follows = follows;
        this.clock = clock;
    }

    /** How the viewer stands to each of the others, who need not exist. */
    List<Relation> of(AccountId viewer, List<AccountId> others) {
        return relations.of(viewer, new LinkedHashSet<>(others), clock.instant());
    }

    /** Whether the viewer may know that the person is there: not when that person blocks the viewer. */
    boolean visible(AccountId account, Optional<AccountId> viewer) {
        return people.find(account).isPresent()
                && !graph.ties(viewer, Set.of(account)).blocking().contains(account);
    }

    /** Who follows a person, the newest first; empty when the viewer may not see that. */
    Optional<Page<Entry>> followers(AccountId account, Optional<AccountId> viewer, Cursor after, int limit) {
        if (!open(account, viewer)) {
            return Optional.empty();
        }
        var rows = follows.followers(account, after.positionOr(Long.MAX_VALUE), limit + 1);
        return Optional.of(seen(Page.cut(rows, limit, Entry::position), viewer));
    }

    /** Whom a person follows, the newest first; empty when the viewer may not see that. */
    Optional<Page<Entry>> following(AccountId account, Optional<AccountId> viewer, Cursor after, int limit) {
        if (!open(account, viewer)) {
            return Optional.empty();
        }
        var rows = follows.following(account, after.positionOr(Long.MAX_VALUE), limit + 1);
        return Optional.of(seen(Page.cut(rows, limit, Entry::position), viewer));
    }

    private boolean open(AccountId account, Optional<AccountId> viewer) {
        var person = people.find(account);
        if (person.isEmpty()) {
            return false;
        }
        if (viewer.filter(account::equals).isPresent()) {
            return true;
        }
        var ties = graph.ties(viewer, Set.of(account));
        return !ties.apart(account)
                && (!person.get().privateAccount() || ties.followed().contains(account));
    }

    /** Without those whom the viewer is not to meet. A page may thereby be shorter than asked for. */
    private Page<Entry> seen(Page<Entry> page, Optional<AccountId> viewer) {
        var ties = graph.ties(viewer, page.items().stream().map(Entry::account).toList());
        return new Page<>(
                page.items().stream()
                        .filter(entry -> !ties.apart(entry.account()))
                        .toList(),
                page.next());
    }
}
