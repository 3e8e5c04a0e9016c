package com.socialflow.social.views;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.graph.Graph;
import com.socialflow.social.people.People;
import com.socialflow.social.people.Person;
import com.socialflow.social.people.Person.AgeBand;
import com.socialflow.social.rules.PostFacts;
import com.socialflow.social.rules.Shown;
import com.socialflow.social.rules.Surface;
import com.socialflow.social.rules.ViewerFacts;
import com.socialflow.social.rules.Visibility;
import com.socialflow.social.rules.WordVerdict;
import com.socialflow.social.words.HiddenWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Gathers what the rules must know, and asks them. Not inside a transaction: it may have to call. */
@Component
public class Sight {

    /** Of whom the people are asked at once. */
    private static final int PEOPLE_MAX = 200;

    private final ViewStore store;
    private final People people;
    private final Graph graph;
    private final HiddenWords words;

    Sight(ViewStore store, People people, Graph graph, HiddenWords words) {
        this.store = store;
        this.people = people;
        this.graph = graph;
        this.words = words;
    }

    /**
     * A post, and who looks at it.
     *
     * @param viewer with ties to its author and to the author of the thread's first post
     */
    public record Seen(PostRow post, boolean authorPrivate, ViewerFacts viewer) {

        /** Whether the viewer may answer it. */
        public boolean mayReply() {
            return Interactions.mayReply(post, viewer);
        }

        /** Whether the viewer may quote it. */
        public boolean mayQuote() {
            return Interactions.mayQuote(post, authorPrivate, viewer);
        }

        /** Whether the viewer may repost it. */
        public boolean mayRepost() {
            return Interactions.mayRepost(post, authorPrivate, viewer);
        }
    }

    /** The post, unless there is none, or it is hidden from the viewer. */
    public Optional<Seen> find(PostId id, Optional<AccountId> viewer) {
        var rows = store.posts(new long[] {id.value()}, viewer);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var row = rows.getFirst();
        var facts = facts(rows, List.of(), viewer);
        return facts.decide(row, WordVerdict.SHOW, Surface.DIRECT_LINK) instanceof Shown.Hidden
                ? Optional.empty()
                : Optional.of(new Seen(row, facts.isPrivate(row.author()), facts.viewer()));
    }

    /** What is known of the authors of some posts, and of who looks. */
    record Facts(ViewerFacts viewer, Map<AccountId, Person> people, Function<String, WordVerdict> words) {

        Shown decide(PostRow post, Surface surface) {
            var content = post.content();
            var warning = content.warning();
            return decide(
                    post, words.apply(warning == null ? content.text() : warning + "\n" + content.text()), surface);
        }

        private Shown decide(PostRow post, WordVerdict verdict, Surface surface) {
            return Visibility.decide(
                    new PostFacts(
                            post.id(),
                            post.author(),
                            post.state(),
                            post.rules().forFollowers(),
                            isPrivate(post.author()),
                            !people.containsKey(post.author()),
                            post.content().sensitive(),
                            post.rules().mentionsViewer(),
                            post.place().branchHidden(),
                            post.place().ofHiddenVideo(),
                            post.place().ofViewersVideo(),
                            verdict),
                    viewer,
                    surface);
        }

        boolean isPrivate(AccountId account) {
            var person = people.get(account);
            return person == null || person.privateAccount();
        }
    }

    Facts facts(Collection<PostRow> posts, Collection<AccountId> others, Optional<AccountId> viewer) {
        var authors = new HashSet<AccountId>(others);
        for (var post : posts) {
            authors.add(post.author());
            var root = post.place().rootPost();
            if (root != null) {
                authors.add(root.author());
            }
        }
        if (viewer.isEmpty()) {
            return new Facts(ViewerFacts.ANYBODY, find(authors), _ -> WordVerdict.SHOW);
        }
        var self = viewer.get();
        authors.remove(self);
        var ties = graph.ties(viewer, authors);
        authors.add(self);
        var known = find(authors);
        var me = known.get(self);
        var minor = me == null || me.ageBand() != AgeBand.ADULT;
        var matcher = words.of(viewer);
        return new Facts(new ViewerFacts(viewer, ties, minor), known, text -> verdict(matcher, text));
    }

    private static WordVerdict verdict(HiddenWords.Matcher matcher, String text) {
        return matcher.find(text)
                .map(action -> switch (action) {
                    case COLLAPSE -> WordVerdict.COLLAPSE;
                    case HIDE -> WordVerdict.HIDE;
                })
                .orElse(WordVerdict.SHOW);
    }

    /** In as many calls as it takes: a page of posts has more people than posts. */
    private Map<AccountId, Person> find(Set<AccountId> accounts) {
        if (accounts.size() <= PEOPLE_MAX) {
            return people.find(accounts);
        }
        var found = new HashMap<AccountId, Person>();
        var all = new ArrayList<>(accounts);
        for (var from = 0; from < all.size(); from += PEOPLE_MAX) {
            found.putAll(people.find(all.subList(from, Math.min(all.size(), from + PEOPLE_MAX))));
        }
        return found;
    }
}
