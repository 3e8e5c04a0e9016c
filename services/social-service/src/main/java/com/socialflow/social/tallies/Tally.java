package com.socialflow.social.tallies;

/** What is counted of an account, a post, its poll or a hashtag. */
public enum Tally {
    FOLLOWERS,
    FOLLOWING,
    POSTS,
    REPLIES,
    REPOSTS,
    LIKES,
    QUOTES,
    VOTERS,
    OPTION_0,
    OPTION_1,
    OPTION_2,
    OPTION_3,
    OPTION_4,
    OPTION_5
}
