package com.socialflow.social.scheduled;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Ids;
import com.socialflow.core.Page;
import com.socialflow.core.Problem;
import com.socialflow.social.people.People;
import com.socialflow.social.posts.DraftJson;
import com.socialflow.social.posts.Scheduling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Keeping posts until their hour. A post is checked now, and again when it is published. */
@Component
class ScheduledPosts implements Scheduling {

    /** Of one account: nearly one a day for a year. */
    static final int WAITING_MAX = 300;

    /** Sooner one may as well wait. */
    static final Duration AHEAD_MIN = Duration.ofMinutes(5);

    static final Duration AHEAD_MAX = Duration.ofDays(365);

    private final ScheduledRows rows;
    private final ScheduledStore store;
    private final ScheduledViews views;
    private final People people;
    private final Ids ids;
    private final Clock clock;

    ScheduledPosts(
            ScheduledRows rows, ScheduledStore store, ScheduledViews views, People people, Ids ids, Clock clock) {
        this.rows = rows;
        this.store = store;
        this.views = views;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public ScheduledViews.View schedule(AccountId author, ObjectNode body, Instant at) {
        var images = DraftJson.parse(body).images();
        check(at);
        // From here on there is a row to hold.
        people.find(author);
        var now = clock.instant();
        var post = new Scheduled(new ScheduledId(ids.next()), author, body.toString(), at, null, 1, 0, now, now);
        if (!rows.add(post, images)) {
            throw Problem.unprocessable("too-many-scheduled", "at most %d posts wait for their hour", WAITING_MAX);
        }
        return views.of(post);
    }

    private void check(Instant at) {
        var now = clock.instant();
        if (at.isBefore(now.plus(AHEAD_MIN)) || at.isAfter(now.plus(AHEAD_MAX))) {
            throw Problem.invalid(
                    "scheduledAt",
                    "range",
                    "from %d minutes to %d days ahead",
                    AHEAD_MIN.toMinutes(),
                    AHEAD_MAX.toDays());
        }
    }

    Page<Scheduled> page(AccountId owner, Cursor after, int limit) {
        var posts = store.page(owner, after.positionOr(Long.MAX_VALUE), limit + 1);
        return Page.cut(posts, limit, post -> post.id().value());
    }

    /**
     * Changes what was sent or its hour: it waits anew.
     *
     * @param at null: as before
     * @throws Problem 409 when it is published or changed meanwhile, 422 when the hour is over or what was sent is bad
     */
    Scheduled change(Scheduled post, ObjectNode content, @Nullable Instant at) {
        var images = DraftJson.parse(content).images();
        var hour = at == null ? post.publishAt() : at;
        if (at != null || post.failure() != null) {
            check(hour);
        }
        if (!rows.change(post, content.toString(), hour, images)) {
            throw changedMeanwhile();
        }
        return store.find(post.id()).orElseThrow(ScheduledPosts::changedMeanwhile);
    }

    boolean delete(Scheduled post) {
        return rows.delete(post.id());
    }

    static Problem changedMeanwhile() {
        return Problem.conflict("changed-meanwhile", "this post was published or changed meanwhile");
    }
}
