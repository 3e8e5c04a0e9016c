package com.socialflow.social.timelines;

import com.socialflow.core.Cursor;
import com.socialflow.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a timeline is asked for.
 *
 * @param since what an earlier page gave as its newest: only what may have come after it
 */
record Asked(int limit, Cursor after, Cursor since) {

    static Asked of(PageRequest page, @Nullable String since) {
        return new Asked(
                page.limit(), page.after(), since == null || since.isEmpty() ? Cursor.START : Cursor.parse(since));
    }

    Reach reach() {
        return new Reach(after.positionOr(Long.MAX_VALUE), since.positionOr(0));
    }

    /** Whether it is asked for from its top. */
    boolean isTop() {
        return after.position().isEmpty();
    }

    /** Whether it is its first page. */
    boolean isFirst() {
        return isTop() && since.position().isEmpty();
    }
}
