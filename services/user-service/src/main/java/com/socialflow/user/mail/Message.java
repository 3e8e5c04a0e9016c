package com.socialflow.user.mail;

import static com.socialflow.core.Require.require;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A letter on its way.
 *
 * @param text null once it was sent or given up: links in it are nobody's business any more
 * @param unsubscribe the address that ends letters of this kind; null: they are not optional
 * @param attempts how often it was tried, with the present try
 */
record Message(
        long id,
        String to,
        String kind,
        String subject,
        @Nullable String text,
        @Nullable String html,
        @Nullable String unsubscribe,
        State state,
        int attempts,
        Instant createdAt) {

    /** One mailbox and one domain, of visible ASCII without what could begin another header or address. */
    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^<>()\\[\\],;:\\\\\"@]]+@[A-Za-z0-9.-]+");

    /** Where it is. */
    enum State {
        LOCAL,
        QUEUED,
        SENT,
        FAILED;

        /** As the database and the API write it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    Message {
        require(ADDRESS.matcher(to).matches(), "mail goes to one address");
    }

    /** Keeps links with tokens out of logs. */
    @Override
    public String toString() {
        return "Message[id=%d, kind=%s, state=%s]".formatted(id, kind, state);
    }
}
