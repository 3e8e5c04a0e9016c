package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.social.graph.Graph;
import com.socialflow.social.people.AccountCard;
import com.socialflow.social.people.People;
import com.socialflow.social.people.Person;
import com.socialflow.social.rules.Surface;
import com.socialflow.social.views.PostView;
import com.socialflow.social.views.PostViews;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rows as their reader may see them now: people who are apart from the reader, silenced or gone are left out, and so is
 * a row of which nobody or no post is left. Not inside a transaction: it may have to call.
 */
@Component
class NotificationViews {

    /** Of whom the people are asked at once. */
    private static final int PEOPLE_MAX = 200;

    private final NotificationStore store;
    private final PostViews posts;
    private final People people;
    private final Graph graph;
    private final Clock clock;

    NotificationViews(NotificationStore store, PostViews posts, People people, Graph graph, Clock clock) {
        this.store = store;
        this.posts = posts;
        this.people = people;
        this.graph = graph;
        this.clock = clock;
    }

    private record Seen(Map<AccountId, Person> people, Map<PostId, PostView> posts) {}

    /** All of one reader, in their order. */
    List<NotificationView> of(AccountId reader, List<Told> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var seen = new Seen(seenPeople(reader, rows), seenPosts(reader, rows));
        var marker = store.markers(Set.of(reader)).getOrDefault(reader, 0L);
        return rows.stream()
                .map(row -> view(row, seen, row.position() <= marker))
                .filter(Objects::nonNull)
                .toList();
    }

    private Map<AccountId, Person> seenPeople(AccountId reader, List<Told> rows) {
        var ids = new HashSet<AccountId>();
        rows.forEach(row -> ids.addAll(row.people()));
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = find(ids);
        var ties = graph.ties(Optional.of(reader), ids);
        var silenced = store.silenced(reader, ids, clock.instant());
        found.keySet().removeIf(id -> ties.apart(id) || silenced.contains(id));
        return found;
    }

    private Map<AccountId, Person> find(Collection<AccountId> ids) {
        var found = new HashMap<AccountId, Person>();
        var all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += PEOPLE_MAX) {
            found.putAll(people.find(all.subList(from, Math.min(all.size(), from + PEOPLE_MAX))));
        }
        return found;
    }

    /** People who are muted but not silenced may notify: so not with the rules of a surface that hides all muted. */
    private Map<PostId, PostView> seenPosts(AccountId reader, List<Told> rows) {
        var ids = rows.stream()
                .map(Told::post)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var found = new HashMap<PostId, PostView>();
        posts.of(ids, Optional.of(as(reader)), Surface.PROFILE).forEach(view -> found.put(view.id(), view));
        return found;
    }

    private static Actor as(AccountId reader) {
        return new Actor(reader, "", Set.of(), Instant.EPOCH, null);
    }

    private static @Nullable NotificationView view(Told row, Seen seen, boolean read) {
        var cards = new ArrayList<AccountCard>();
        for (var id : row.people()) {
            var person = seen.people().get(id);
            if (person != null) {
                cards.add(AccountCard.of(person));
            }
        }
        if (cards.isEmpty() && !row.people().isEmpty()) {
            return null;
        }
        var post = row.post() == null ? null : seen.posts().get(row.post());
        if (post == null && row.post() != null && row.kind() != Kind.MODERATION) {
            return null;
        }
        return NotificationView.of(row, cards, post, read);
    }
}
