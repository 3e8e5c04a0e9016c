package com.socialflow.social.graph;

/**
 * How somebody is followed.
 *
 * @param reposts whether their reposts come along
 * @param bell whether each of their new posts rings
 */
record FollowOptions(boolean reposts, boolean bell) {

    static final FollowOptions DEFAULT = new FollowOptions(true, false);
}
