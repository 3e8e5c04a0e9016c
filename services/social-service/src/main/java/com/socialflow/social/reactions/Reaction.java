package com.socialflow.social.reactions;

/** What somebody does with a post, once. */
enum Reaction {
    LIKE("social.post_like", "position"),
    REPOST("social.repost", "id"),
    /** Nobody else learns of it. */
    BOOKMARK("social.bookmark", "position");

    private final String table;
    private final String position;

    Reaction(String table, String position) {
        this.table = table;
        this.position = position;
    }

    String table() {
        return table;
    }

    /** The column that it is sorted by: a time-ordered id. */
    String position() {
        return position;
    }
}
