package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Keeps posts whose hour has not come; one bean at most. */
public interface Scheduling {

    /**
     * Keeps the post until then.
     *
     * @param body as it was sent, without its hour; {@link DraftJson#parse} took it once and will again
     * @return what the API shows of it
     * @throws com.socialflow.core.Problem 422 when the hour is too soon or too far, or too many wait
     */
    Object schedule(AccountId author, ObjectNode body, Instant at);
}
