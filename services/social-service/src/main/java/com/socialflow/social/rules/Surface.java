package com.socialflow.social.rules;

/** Where something is to be shown. */
public enum Surface {
    /** What the viewer follows: the home timeline and lists of people. */
    HOME,
    /** A post among those that it answers and that answer it. */
    THREAD,
    /** What the viewer came for: somebody's page, and what the viewer liked or kept. */
    PROFILE,
    /** What others are talking about. */
    PUBLIC,
    HASHTAG,
    NOTIFICATION,
    /** The viewer has the address. */
    DIRECT_LINK;

    /** Whether the viewer is shown things of people whom the viewer did not ask for here. */
    boolean unasked() {
        return switch (this) {
            case HOME, PUBLIC, HASHTAG, NOTIFICATION -> true;
            case THREAD, PROFILE, DIRECT_LINK -> false;
        };
    }

    /** Whether strangers bring things up here. */
    boolean open() {
        return this == PUBLIC || this == HASHTAG;
    }
}
