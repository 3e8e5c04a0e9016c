package com.socialflow.social.notifications;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a person wants to hear, and how.
 *
 * @param kinds where it differs from the default
 */
record NotificationSettings(Policy policy, Map<Kind, Ways> kinds, Digest digest) {

    static final NotificationSettings DEFAULT = new NotificationSettings(Policy.OPEN, Map.of(), Digest.OFF);

    NotificationSettings {
        kinds = Map.copyOf(kinds);
    }

    /**
     * What happens with the acts of others. Of several that apply the strictest counts.
     *
     * @param strangers people neither of whom follows the other
     * @param newAccounts accounts that are younger than {@link Screening#NEW}
     * @param notFollowing people whom the person does not follow
     */
    record Policy(Answer strangers, Answer newAccounts, Answer notFollowing) {

        static final Policy OPEN = new Policy(Answer.ACCEPT, Answer.ACCEPT, Answer.ACCEPT);
    }

    /**
     * On which ways a kind arrives.
     *
     * @param app in the list; what is not there goes no other way either
     */
    record Ways(boolean app, boolean push, boolean email) {}

    /** How often unread notifications come as a letter. Nobody gets letters without having asked for them. */
    enum Digest {
        OFF(Duration.ZERO),
        DAILY(Duration.ofDays(1)),
        WEEKLY(Duration.ofDays(7));

        private final Duration period;

        Digest(Duration period) {
            this.period = period;
        }

        /** From one letter to the next. */
        Duration period() {
            return period;
        }

        static Optional<Digest> of(String word) {
            for (var digest : values()) {
                if (digest.word().equals(word)) {
                    return Optional.of(digest);
                }
            }
            return Optional.empty();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Ways ways(Kind kind) {
        return kinds.getOrDefault(kind, standard(kind));
    }

    static Ways standard(Kind kind) {
        return new Ways(true, kind.pushed(), kind.pushed());
    }
}
