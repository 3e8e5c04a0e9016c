package com.socialflow.social.threads;

import com.socialflow.core.Page;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.social.threads.ThreadStore.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what answers a post: all of it where that is little enough, else page by page. */
@Component
class Branches {

    /** Posts of a thread that are given in one answer: about a megabyte. */
    static final int POSTS_MAX = 1_000;

    /** Levels of an answer: JSON readers in use refuse what is nested 500 deep, and a level takes two. */
    static final int LEVELS_MAX = 200;

    private final ThreadStore store;

    Branches(ThreadStore store) {
        this.store = store;
    }

    /** What answers the post, in whole when it is at most {@link #POSTS_MAX} posts and none was given before. */
    Branch of(Origin origin, Sort sort, PageRequest page) {
        var after = page.after().positionOr(sort.start());
        if (after == sort.start() && origin.announced() == null) {
            var all = store.below(List.of(origin.id()), LEVELS_MAX, POSTS_MAX + 1);
            if (all.size() <= POSTS_MAX) {
                return Branch.of(all, POSTS_MAX, LEVELS_MAX, Optional.empty());
            }
        }
        return page(origin, sort, after, page.limit());
    }

    private Branch page(Origin origin, Sort sort, long after, int limit) {
        var video = origin.announced();
        var rows = video == null
                ? store.direct(origin.id(), sort, after, limit + 1)
                : store.comments(video, sort, after, limit + 1);
        var direct = Page.cut(rows, limit, Placed::position);
        var ids = direct.items().stream().map(Placed::id).toList();

        var read = new ArrayList<Reply>();
        ids.forEach(id -> read.add(new Reply(id, origin.id(), 1)));
        store.below(ids, LEVELS_MAX - 1, POSTS_MAX + 1 - ids.size())
                .forEach(reply -> read.add(new Reply(reply.id(), reply.parent(), reply.level() + 1)));
        return Branch.of(read, POSTS_MAX, LEVELS_MAX, direct.next());
    }
}
