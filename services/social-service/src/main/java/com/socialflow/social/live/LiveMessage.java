package com.socialflow.social.live;

import com.socialflow.core.AccountId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An event as it travels.
 *
 * @param id later ones have greater ones: microseconds since 1970, more or less
 * @param data JSON without line ends
 */
record LiveMessage(long id, String name, String data) {

    /** Sent first: all that follows is news. Its id lets a client come back that heard of nothing yet. */
    private static final String READY = "ready";

    /** Sent when something was missed that can't be told any more: the client loads its lists again. */
    private static final String RESET = "reset";

    private static final String NOTHING = "{}";

    /** A message and whom it is for. */
    record Addressed(List<AccountId> to, LiveMessage message) {

        /** What {@link Backlog} published; empty when it is none of ours. */
        static Optional<Addressed> parse(String text) {
            var parts = text.split("\n", 3);
            if (parts.length < 3) {
                return Optional.empty();
            }
            try {
                var to = Arrays.stream(parts[1].split(","))
                        .map(id -> new AccountId(Long.parseLong(id)))
                        .toList();
                return LiveMessage.parse(parts[0], parts[2]).map(message -> new Addressed(to, message));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    static LiveMessage ready(long id) {
        return new LiveMessage(id, READY, NOTHING);
    }

    static LiveMessage reset(long id) {
        return new LiveMessage(id, RESET, NOTHING);
    }

    /** The message of this id and {@link #body}. */
    static Optional<LiveMessage> parse(String id, String body) {
        var end = body.indexOf('\n');
        return end < 0
                ? Optional.empty()
                : Optional.of(new LiveMessage(Long.parseLong(id), body.substring(0, end), body.substring(end + 1)));
    }

    /** All but the id, as it is kept. */
    static String body(String name, String data) {
        return name + '\n' + data;
    }
}
