package com.socialflow.social.tallies;

/** What is counted of an account, a post or a hashtag. */
public enum Tally {
    FOLLOWERS,
    FOLLOWING,
    POSTS,
    REPLIES,
    REPOSTS,
    LIKES,
    QUOTES
}
