package com.socialflow.social.rules;

import com.socialflow.core.AccountId;
import java.util.Locale;
import java.util.Optional;

/** Whom an author lets do something with a post. */
public enum Audience {
    EVERYONE,
    /** Who follows the author, and who is mentioned. */
    FOLLOWERS,
    /** Who is mentioned in the post. */
    MENTIONED,
    NOBODY;

    /** The audience that the database and the API write so. */
    public static Optional<Audience> of(String word) {
        for (var audience : values()) {
            if (audience.word().equals(word)) {
                return Optional.of(audience);
            }
        }
        return Optional.empty();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the viewer, who sees the post, is among them. The author always is. */
    public boolean lets(ViewerFacts viewer, AccountId author, boolean mentioned) {
        if (viewer.viewer().isEmpty() || viewer.ties().apart(author)) {
            return false;
        }
        return viewer.is(author)
                || switch (this) {
                    case EVERYONE -> true;
                    case FOLLOWERS -> mentioned || viewer.ties().followed().contains(author);
                    case MENTIONED -> mentioned;
                    case NOBODY -> false;
                };
    }
}
