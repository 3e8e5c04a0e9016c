package com.socialflow.social.notifications;

import java.util.Locale;
import java.util.Optional;

/** What a notification tells. */
public enum Kind {
    MENTION(true, false, true),
    REPLY(true, false, true),
    QUOTE(true, false, true),
    LIKE(true, true, false),
    REPOST(true, true, false),
    FOLLOW(true, true, false),
    FOLLOW_REQUEST(true, false, true),
    FOLLOW_ACCEPTED(false, false, false),
    /** Somebody whose bell is on published a video. */
    VIDEO(false, false, true),
    /** Somebody whose bell is on posted. */
    POST(false, false, true),
    /** Of one's own poll, or one in which one voted. */
    POLL_ENDED(false, false, false),
    MODERATION(false, false, true),
    MESSAGE_REQUEST(true, false, true);

    private final boolean screened;
    private final boolean grouped;
    private final boolean pushed;

    Kind(boolean screened, boolean grouped, boolean pushed) {
        this.screened = screened;
        this.grouped = grouped;
        this.pushed = pushed;
    }

    /** The kind that the database and the API write so. */
    public static Optional<Kind> of(String word) {
        for (var kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the receiver's policy for strangers applies: the others are asked for, or come from us. */
    boolean screened() {
        return screened;
    }

    /** Whether all of a day make one row. */
    boolean grouped() {
        return grouped;
    }

    /** Whether devices are told unless the person says otherwise. */
    boolean pushed() {
        return pushed;
    }
}
