package com.socialflow.social.threads;

import com.socialflow.core.Cursor;
import com.socialflow.core.PostId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.social.rules.Surface;
import com.socialflow.social.views.PostView;
import com.socialflow.social.views.PostViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reading threads, in as many statements however long they are. Not inside a transaction: showing may have to call. */
@Component
class Threads {

    /** The nearest of what a post answers: the thread of the first of them goes on upwards. */
    static final int ANCESTORS_MAX = 100;

    private final ThreadStore store;
    private final Branches branches;
    private final PostViews views;

    Threads(ThreadStore store, Branches branches, PostViews views) {
        this.store = store;
        this.branches = branches;
        this.views = views;
    }

    /**
     * The post among those around it; empty when it is hidden from the viewer. What is gone is shown to whoever has a
     * cursor: a thread led there, and its place is in it.
     */
    Optional<ThreadView> find(PostId id, Optional<Actor> viewer, Sort sort, PageRequest page) {
        var origin = store.origin(id).orElse(null);
        if (origin == null) {
            return Optional.empty();
        }
        var above = store.above(id, ANCESTORS_MAX);
        var branch = branches.of(origin, sort, page);
        var shown = shown(above, id, branch, viewer);
        var post = shown.get(id);
        if (post == null || (Tree.gone(post) && page.after().position().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new ThreadView(
                above.stream().map(shown::get).filter(Objects::nonNull).toList(),
                post,
                new Tree(branch, shown, sort, origin.begunBy()).below(id),
                branch.next().map(Cursor::toString).orElse(null)));
    }

    private Map<PostId, PostView> shown(List<PostId> above, PostId id, Branch branch, Optional<Actor> viewer) {
        var ids = new ArrayList<>(above);
        ids.add(id);
        branch.replies().forEach(reply -> ids.add(reply.id()));
        return views.of(ids, viewer, Surface.THREAD).stream()
                .collect(Collectors.toMap(PostView::id, Function.identity()));
    }
}
