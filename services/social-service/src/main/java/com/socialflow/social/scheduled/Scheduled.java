package com.socialflow.social.scheduled;

import com.socialflow.core.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post that waits for its hour.
 *
 * @param content as the composer sent it, as JSON
 * @param failure why it could not be published; null: it still may be
 * @param version rises with every change
 * @param attempts since it was changed last
 */
record Scheduled(
        ScheduledId id,
        AccountId owner,
        String content,
        Instant publishAt,
        @Nullable Failure failure,
        int version,
        int attempts,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * Why a post could not be published.
     *
     * @param code for programs
     * @param sentence for its owner
     */
    record Failure(String code, String sentence) {}
}
