package com.socialflow.social.reactions;

import com.socialflow.core.AccountId;
import com.socialflow.core.Page;
import com.socialflow.core.PostId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.social.graph.Graph;
import com.socialflow.social.people.AccountCard;
import com.socialflow.social.people.AccountCards;
import com.socialflow.social.reactions.ReactionStore.Placed;
import com.socialflow.social.rules.Surface;
import com.socialflow.social.views.PostView;
import com.socialflow.social.views.PostViews;
import com.socialflow.social.views.Sight;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Who did what with a post, and with which posts somebody did it. A page may be shorter than asked for: rules come
 * last.
 */
@Component
class ReactionLists {

    private final ReactionStore store;
    private final Sight sight;
    private final PostViews views;
    private final AccountCards cards;
    private final Graph graph;

    ReactionLists(ReactionStore store, Sight sight, PostViews views, AccountCards cards, Graph graph) {
        this.store = store;
        this.sight = sight;
        this.views = views;
        this.cards = cards;
        this.graph = graph;
    }

    /** Who did it, without those whom the viewer is not to meet; empty when there is no such post for the viewer. */
    Optional<Page<AccountCard>> people(Reaction reaction, PostId post, Optional<AccountId> viewer, PageRequest page) {
        if (sight.find(post, viewer).isEmpty()) {
            return Optional.empty();
        }
        var rows = store.of(reaction, post, before(page), page.limit() + 1);
        return Optional.of(shown(Page.cut(rows, page.limit(), Placed::position), placed -> {
            var accounts = placed.stream().map(Placed::what).toList();
            var ties = graph.ties(viewer, accounts);
            return cards.of(
                    accounts.stream().filter(account -> !ties.apart(account)).toList());
        }));
    }

    /** What quotes it; empty when there is no such post for the viewer. */
    Optional<Page<PostView>> quotes(PostId post, Optional<Actor> viewer, PageRequest page) {
        if (sight.find(post, viewer.map(Actor::account)).isEmpty()) {
            return Optional.empty();
        }
        var rows = store.quotes(post, before(page), page.limit() + 1);
        return Optional.of(
                shown(Page.cut(rows, page.limit(), PostId::value), ids -> views.of(ids, viewer, Surface.PUBLIC)));
    }

    /** What the person did it with. */
    Page<PostView> own(Reaction reaction, Actor actor, PageRequest page) {
        var rows = store.by(reaction, actor.account(), before(page), page.limit() + 1);
        return shown(
                Page.cut(rows, page.limit(), Placed::position),
                placed -> views.of(placed.stream().map(Placed::what).toList(), Optional.of(actor), Surface.PROFILE));
    }

    private static long before(PageRequest page) {
        return page.after().positionOr(Long.MAX_VALUE);
    }

    private static <T, R> Page<R> shown(Page<T> page, Function<List<T>, List<R>> show) {
        return new Page<>(show.apply(page.items()), page.next());
    }
}
