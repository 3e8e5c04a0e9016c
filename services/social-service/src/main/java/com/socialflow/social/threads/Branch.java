package com.socialflow.social.threads;

import com.socialflow.core.Cursor;
import com.socialflow.core.PostId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was read of the replies below a post: every reply down to some level.
 *
 * @param cut of those at the last level of which no reply was read
 * @param next where the next direct replies start
 */
record Branch(List<Reply> replies, Set<PostId> cut, Optional<Cursor> next) {

    Branch {
        replies = List.copyOf(replies);
        cut = Set.copyOf(cut);
    }

    /**
     * Leaves out levels that were not read to their end.
     *
     * @param read level by level, the lowest levels last
     * @param limit more than this were not read
     * @param levels nothing was read below this level
     */
    static Branch of(List<Reply> read, int limit, int levels, Optional<Cursor> next) {
        if (read.isEmpty()) {
            return new Branch(List.of(), Set.of(), next);
        }
        var lowest = read.getLast().level();
        var complete = read.size() > limit ? lowest - 1 : lowest;
        var kept = read.stream().filter(reply -> reply.level() <= complete).toList();
        var cut = new HashSet<PostId>();
        if (complete < lowest || lowest == levels) {
            kept.stream().filter(reply -> reply.level() == complete).forEach(reply -> cut.add(reply.id()));
        }
        return new Branch(kept, cut, next);
    }
}
