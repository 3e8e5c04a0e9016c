package com.socialflow.platform.auth;

import com.socialflow.core.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request. A controller that takes an {@code Actor} is for people who are signed in (401 otherwise); one
 * that takes an {@code Optional<Actor>} is for everybody.
 *
 * @param session the sign-in that this request belongs to
 * @param roles what the person may do beyond what everyone may, such as {@code admin}
 * @param provenAt when the person last proved to be that person, by a password or a key
 * @param delegation through whose program, and how far; null: the person alone, by our own client
 */
public record Actor(
        AccountId account,
        String session,
        Set<String> roles,
        Instant provenAt,
        @Nullable Delegation delegation) {

    /** The request attribute that holds the actor of a request with a good token. */
    static final String ATTRIBUTE = Actor.class.getName();

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Who makes the request; null: nobody who is signed in. */
    public static @Nullable Actor of(HttpServletRequest request) {
        return (Actor) request.getAttribute(ATTRIBUTE);
    }

    /** Whether the person has the role. */
    public boolean has(String role) {
        return roles.contains(role);
    }
}
