package com.socialflow.user.exports;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An archive, or the wish for one.
 *
 * @param progress 0 to 1
 * @param objectKey where it is stored; null while or since it is not
 * @param bytes its size, as soon as it is known
 * @param expiresAt when it is removed
 */
record Export(
        ExportId id,
        AccountId account,
        State state,
        double progress,
        @Nullable String objectKey,
        @Nullable Long bytes,
        Instant createdAt,
        @Nullable Instant expiresAt) {

    /** How far it has come. */
    enum State {
        WAITING,
        RUNNING,
        READY,
        FAILED,
        EXPIRED;

        /** As the database and the API write it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        boolean open() {
            return this == WAITING || this == RUNNING;
        }
    }
}
