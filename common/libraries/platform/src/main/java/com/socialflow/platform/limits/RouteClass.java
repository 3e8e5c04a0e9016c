package com.socialflow.platform.limits;

/** Requests that are limited together. */
public enum RouteClass {
    /** Everything that changes nothing. */
    READS("reads", false, false),
    /** Everything that changes something and is not in another class. */
    WRITES("writes", true, false),
    /** What strangers get to read: a day's worth of posts and messages. */
    POSTS("posts", true, false),
    /** Requests that carry a source or a part of it; how much they carry is limited by quotas. */
    UPLOADS("uploads", false, false),
    /** Proving who one is. */
    SIGN_IN("sign-in", true, true),
    /** Whatever makes an account. */
    REGISTRATION("registration", true, true),
    /** Whatever sends a mail or takes a token from one. */
    RECOVERY("recovery", true, true),
    /** What programs ask the authorization server. */
    TOKENS("tokens", true, true),
    /** What players tell of what is watched: many people behind one address tell every few seconds. */
    BEACONS("beacons", false, true);

    private final String word;
    private final boolean shared;
    private final boolean byAddress;

    RouteClass(String word, boolean shared, boolean byAddress) {
        this.word = word;
        this.shared = shared;
        this.byAddress = byAddress;
    }

    /** As headers and settings write it. */
    String word() {
        return word;
    }

    /**
     * Whether all processes count together, in Redis. Otherwise each counts for itself: its own capacity is what the
     * limit protects, and a look at Redis would cost more than the request.
     */
    boolean shared() {
        return shared;
    }

    /** Whether the network address counts even for who is signed in: accounts are easily had there. */
    boolean byAddress() {
        return byAddress;
    }
}
