package com.socialflow.social.views;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.social.rules.Shown;
import com.socialflow.social.rules.Surface;
import com.socialflow.social.rules.Visibility;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts for showing: read in batches, decided on by the rules, completed, presented. A page takes as many statements
 * however long it is. Not inside a transaction: it may have to call.
 */
@Component
public class PostViews {

    private final ViewStore store;
    private final Sight sight;
    private final Completing completing;

    PostViews(ViewStore store, Sight sight, Completing completing) {
        this.store = store;
        this.sight = sight;
        this.completing = completing;
    }

    /** What of these the viewer is shown there, in their order. */
    public List<PostView> of(List<PostId> ids, Optional<Actor> viewer, Surface surface) {
        var shown = views(ids, List.of(), account(viewer), surface).views();
        return ids.stream().map(shown::get).filter(Objects::nonNull).toList();
    }

    /** The post, unless it is hidden from the viewer. */
    public Optional<PostView> one(PostId id, Optional<Actor> viewer, Surface surface) {
        return of(List.of(id), viewer, surface).stream().findAny();
    }

    /** What of these the viewer is shown in a timeline, in their order. */
    public List<EntryView> entries(List<Entry> entries, Optional<Actor> viewer, Surface surface) {
        var ids = entries.stream().map(Entry::post).distinct().toList();
        var by =
                entries.stream().map(Entry::repostedBy).filter(Objects::nonNull).toList();
        var page = views(ids, by, account(viewer), surface);
        var shown = new ArrayList<EntryView>(entries.size());
        for (var entry : entries) {
            var view = page.views().get(entry.post());
            if (view != null) {
                entry(entry, view, page.facts(), surface).ifPresent(shown::add);
            }
        }
        return List.copyOf(shown);
    }

    private static Optional<EntryView> entry(Entry entry, PostView view, Sight.Facts facts, Surface surface) {
        var position = new PostId(entry.position()).toString();
        var by = entry.repostedBy();
        if (by == null) {
            return Optional.of(new EntryView(position, null, view));
        }
        var person = facts.people().get(by);
        if (person == null || !Visibility.mayBringUp(by, false, person.privateAccount(), facts.viewer(), surface)) {
            return Optional.empty();
        }
        return Optional.of(new EntryView(position, AuthorView.of(person), view));
    }

    private record Views(Map<PostId, PostView> views, Sight.Facts facts) {}

    private Views views(
            Collection<PostId> ids, Collection<AccountId> others, Optional<AccountId> viewer, Surface surface) {
        var rows = ids.isEmpty() ? List.<PostRow>of() : store.posts(longs(ids), viewer);
        var quoted = quoted(rows, viewer);
        var all = new ArrayList<>(rows);
        all.addAll(quoted.values());
        var facts = sight.facts(all, others, viewer);

        var shown = new LinkedHashMap<PostRow, Shown>();
        rows.forEach(row -> decide(row, facts, surface).ifPresent(how -> shown.put(row, how)));
        var shownQuotes = new HashMap<PostId, Shown>();
        for (var row : shown.keySet()) {
            var quote = row.quote() == null ? null : quoted.get(row.quote());
            if (quote != null) {
                // As in a thread: what the viewer did not choose stays behind a line.
                shownQuotes.computeIfAbsent(quote.id(), _ -> facts.decide(quote, Surface.THREAD));
            }
        }
        var completed = completing.of(full(shown, quoted, shownQuotes), facts, viewer);

        var views = new HashMap<PostId, PostView>();
        shown.forEach((row, how) ->
                views.put(row.id(), completed.view(row, how, quote(row, quoted, shownQuotes, completed))));
        return new Views(views, facts);
    }

    private static Optional<Shown> decide(PostRow row, Sight.Facts facts, Surface surface) {
        var how = facts.decide(row, surface);
        return how instanceof Shown.Hidden ? Optional.empty() : Optional.of(how);
    }

    private Map<PostId, PostRow> quoted(List<PostRow> rows, Optional<AccountId> viewer) {
        var ids = rows.stream()
                .map(PostRow::quote)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var quoted = new HashMap<PostId, PostRow>();
        store.posts(longs(ids), viewer).forEach(row -> quoted.put(row.id(), row));
        return quoted;
    }

    /** Every row whose content is shown. */
    private static List<PostRow> full(
            Map<PostRow, Shown> shown, Map<PostId, PostRow> quoted, Map<PostId, Shown> shownQuotes) {
        var full = new LinkedHashMap<PostId, PostRow>();
        shown.keySet().forEach(row -> full.put(row.id(), row));
        shownQuotes.forEach((id, how) -> {
            var row = quoted.get(id);
            if (row != null && visible(how)) {
                full.put(id, row);
            }
        });
        return List.copyOf(full.values());
    }

    private static boolean visible(@Nullable Shown how) {
        return how instanceof Shown.Full || how instanceof Shown.Collapsed;
    }

    private static @Nullable QuotedView quote(
            PostRow row, Map<PostId, PostRow> quoted, Map<PostId, Shown> shownQuotes, Completing.Completed completed) {
        var id = row.quote();
        if (id == null) {
            return null;
        }
        var quote = quoted.get(id);
        var how = shownQuotes.get(id);
        return row.quoteRevoked() || quote == null || !visible(how)
                ? new QuotedView.Unavailable(id)
                : completed.view(quote, Objects.requireNonNull(how), null);
    }

    private static Optional<AccountId> account(Optional<Actor> viewer) {
        return viewer.map(Actor::account);
    }

    private static long[] longs(Collection<PostId> ids) {
        return Set.copyOf(ids).stream().mapToLong(PostId::value).toArray();
    }
}
