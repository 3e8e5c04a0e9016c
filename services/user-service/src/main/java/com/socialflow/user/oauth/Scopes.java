package com.socialflow.user.oauth;

import com.socialflow.core.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What programs may be allowed to do. */
public final class Scopes {

    /** Goes on after the person has signed out (OpenID Connect Core, section 11). */
    static final String OFFLINE = "offline_access";

    static final String OPENID = "openid";
    static final String PROFILE = "profile";
    static final String EMAIL = "email";

    /**
     * Something that may be allowed.
     *
     * @param description for the person who is asked
     */
    public record Scope(String name, String description) {

        /** Whether the API asks for it, not OpenID Connect. */
        boolean api() {
            return name.contains(":");
        }

        private boolean admin() {
            return name.startsWith("admin:");
        }
    }

    static final List<Scope> ALL = List.of(
            new Scope(OPENID, "Know that it is you who signs in"),
            new Scope(PROFILE, "See your name and username"),
            new Scope(EMAIL, "See your email address"),
            new Scope(OFFLINE, "Keep this access when you have signed out"),
            new Scope("profile:read", "Read your profile and settings"),
            new Scope("profile:write", "Change your profile and settings"),
            new Scope("email:read", "Read your email address"),
            new Scope("videos:read", "See your videos, also private ones"),
            new Scope("videos:write", "Upload, change and delete your videos"),
            new Scope("analytics:read", "See how your videos do"),
            new Scope("posts:read", "Read your posts and timelines"),
            new Scope("posts:write", "Post, like and comment in your name"),
            new Scope("notifications:read", "Read your notifications"),
            new Scope("notifications:write", "Mark notifications as read and change what you are told"),
            new Scope("admin:read", "See what administrators see, if you are one"),
            new Scope("admin:write", "Do what administrators do, if you are one"));

    private static final Set<String> POWERFUL_ROLES = Set.of("admin", "moderator");

    private Scopes() {}

    /** All names, for discovery and for clients that act for people. */
    static Set<String> names() {
        return ALL.stream().map(Scope::name).collect(Collectors.toUnmodifiableSet());
    }

    static Optional<Scope> find(String name) {
        return ALL.stream().filter(scope -> scope.name().equals(name)).findFirst();
    }

    /** What a program may do for itself: there is no person in it, and nobody gave it an office. */
    static Set<String> ofPrograms() {
        return ALL.stream()
                .filter(scope -> scope.api() && !scope.admin())
                .map(Scope::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The scopes of a token for the API alone.
     *
     * @throws Problem 422 {@code invalid} when there are none, or others
     */
    public static Set<String> api(Collection<String> names) {
        var wrong = names.stream()
                .filter(name -> find(name).filter(Scope::api).isEmpty())
                .findFirst();
        if (names.isEmpty() || wrong.isPresent()) {
            throw Problem.invalid(
                    "scopes", "unknown", "one or more of the scopes of /api/v1/oauth/scopes with a colon");
        }
        return Set.copyOf(names);
    }

    /** The roles that a token with these scopes carries: those with power over others only where it was asked for. */
    public static Set<String> roles(Collection<String> roles, Collection<String> scopes) {
        var administers = scopes.stream().anyMatch(scope -> scope.startsWith("admin:"));
        return roles.stream()
                .filter(role -> administers || !POWERFUL_ROLES.contains(role))
                .collect(Collectors.toUnmodifiableSet());
    }
}
