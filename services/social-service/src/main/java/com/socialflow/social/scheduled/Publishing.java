package com.socialflow.social.scheduled;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.social.people.People;
import com.socialflow.social.posts.DraftJson;
import com.socialflow.social.posts.Posts;
import com.socialflow.social.posts.PublishOutcome;
import com.socialflow.social.scheduled.Scheduled.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Publishes posts whose hour has come: each once, however many processes try and however often they are killed. */
@Component
class Publishing {

    private static final Logger log = LoggerFactory.getLogger(Publishing.class);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Publishing one takes less; after it, another process may try. */
    private static final Duration TURN_MAX = Duration.ofMinutes(1);

    private static final Duration RETRY_FIRST = Duration.ofSeconds(5);
    private static final int RETRY_DOUBLINGS_MAX = 8;

    /** Whatever was away for so long, the post is not said late. */
    static final Duration LATE_MAX = Duration.ofHours(24);

    private static final int BATCH = 20;

    private static final Failure NOT_NOW = new Failure("not-possible", "this could not be published at its hour");

    private final ScheduledStore store;
    private final Posts posts;
    private final People people;
    private final JsonMapper json;
    private final Clock clock;

    Publishing(ScheduledStore store, Posts posts, People people, JsonMapper json, Clock clock, Recurring recurring) {
        this.store = store;
        this.posts = posts;
        this.people = people;
        this.json = json;
        this.clock = clock;
        recurring.every(PAUSE, "scheduled-posts", this::publishDue);
    }

    void publishDue() {
        while (!Thread.currentThread().isInterrupted()) {
            var now = clock.instant();
            var due = store.take(now, now.plus(TURN_MAX), BATCH);
            due.forEach(post -> attempt(post, now));
            if (due.size() < BATCH) {
                return;
            }
        }
    }

    private void attempt(Scheduled post, Instant now) {
        try {
            if (!present(post.owner())) {
                later(post, now);
                return;
            }
            switch (publish(post)) {
                case PublishOutcome.Published _ -> log.debug("scheduled post {} was published", post.id());
                case PublishOutcome.NotFound(var thing) ->
                    store.fail(post, new Failure(thing + "-not-found", "what it answers or shows is not there"));
                case PublishOutcome.Refused(var reason) ->
                    store.fail(post, new Failure(reason.code(), reason.sentence()));
            }
        } catch (Problem problem) {
            if (problem.status() >= 500) {
                later(post, now);
            } else {
                // Changed meanwhile too: of another version nothing is noted.
                store.fail(post, new Failure(problem.code(), problem.detail()));
            }
        } catch (RuntimeException e) {
            log.warn("scheduled post {} could not be published and will be tried again", post.id(), e);
            later(post, now);
        }
    }

    /** Nobody speaks who is hidden: suspended, or leaving. */
    private boolean present(AccountId owner) {
        return people.find(owner).isPresent();
    }

    private void later(Scheduled post, Instant now) {
        if (now.isAfter(post.publishAt().plus(LATE_MAX))) {
            store.fail(post, NOT_NOW);
            return;
        }
        var doublings = Math.clamp(post.attempts() - 1, 0, RETRY_DOUBLINGS_MAX);
        store.postpone(post, now.plus(RETRY_FIRST.multipliedBy(1L << doublings)));
    }

    /**
     * Publishes a post that waited.
     *
     * @throws Problem 409 when it was published or changed meanwhile, 422 when it is not acceptable any more
     */
    PublishOutcome publish(Scheduled post) {
        var draft = DraftJson.parse((ObjectNode) json.readTree(post.content()));
        return ScopedValue.where(ScheduledRows.PUBLISHING, post).call(() -> posts.publish(post.owner(), draft));
    }
}
