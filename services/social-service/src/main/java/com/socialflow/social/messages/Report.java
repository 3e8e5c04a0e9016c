package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody showed to the moderators.
 *
 * @param text as it was then
 * @param comment of who reports it; may be empty
 * @param resolution what a moderator did about it; null while it is open
 */
record Report(
        ReportId id,
        MessageId message,
        AccountId reporter,
        AccountId author,
        String text,
        Reason reason,
        String comment,
        Instant reportedAt,
        @Nullable String resolution) {

    enum Reason {
        SPAM,
        HARASSMENT,
        HATE,
        VIOLENCE,
        SEXUAL,
        MINORS,
        SELF_HARM,
        OTHER;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Reason of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
