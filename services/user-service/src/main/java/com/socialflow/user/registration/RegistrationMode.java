package com.socialflow.user.registration;

import com.socialflow.core.Problem;
import java.util.Arrays;
import java.util.Locale;

/** How people come in. */
public enum RegistrationMode {
    /** Everybody, at once. */
    OPEN,
    /** Whoever an administrator or moderator approves, and whoever was invited. */
    APPROVAL,
    /** Whoever was invited. */
    INVITE,
    /** Nobody. */
    CLOSED;

    /** As the database, the configuration and the API write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The mode that the text is.
     *
     * @throws Problem 422 when it is none
     */
    static RegistrationMode parse(String text) {
        return Arrays.stream(values())
                .filter(mode -> mode.text().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid("mode", "unknown", "a mode is one of open, approval, invite and closed"));
    }
}
