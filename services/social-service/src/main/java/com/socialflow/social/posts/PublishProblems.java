package com.socialflow.social.posts;

import com.socialflow.core.PostId;
import com.socialflow.core.Problem;

/** What did not get published, as the API says it. */
public final class PublishProblems {

    private PublishProblems() {}

    /**
     * The post that was published.
     *
     * @throws Problem 404 when what it leans on is not there, 403 with a code of its own when it may not be
     */
    public static PostId id(PublishOutcome outcome) {
        return switch (outcome) {
            case PublishOutcome.Published published -> published.id();
            case PublishOutcome.NotFound(var thing) -> throw Problem.notFound(thing);
            case PublishOutcome.Refused(var reason) -> throw Problem.of(403, reason.code(), reason.sentence());
        };
    }
}
