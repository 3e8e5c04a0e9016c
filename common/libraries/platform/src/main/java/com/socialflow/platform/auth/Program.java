package com.socialflow.platform.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * A program that acts for itself and for no person (RFC 6749, section 4.4). It is no {@link Actor}: a controller that
 * takes one refuses it.
 *
 * @param client the program's id
 * @param scopes what it may do, such as {@code videos:read}
 */
public record Program(String client, Set<String> scopes) {

    /** The request attribute that holds the program of a request with a good token of its own. */
    static final String ATTRIBUTE = Program.class.getName();

    public Program {
        scopes = Set.copyOf(scopes);
    }

    /** Which program makes this request for itself. */
    public static Optional<Program> of(HttpServletRequest request) {
        return Optional.ofNullable((Program) request.getAttribute(ATTRIBUTE));
    }
}
