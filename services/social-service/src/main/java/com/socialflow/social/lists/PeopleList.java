package com.socialflow.social.lists;

import static com.socialflow.core.Require.require;

/** A person's own choice of those whom he or she follows. Only the person sees it. */
record PeopleList(ListId id, String title) {

    /** Of one person. */
    static final int LISTS_MAX = 50;

    /** In one list: a timeline of more is the home timeline. */
    static final int MEMBERS_MAX = 500;

    /** In UTF-16 units: one line. */
    static final int TITLE_MAX = 100;

    PeopleList {
        require(!title.isBlank() && title.length() <= TITLE_MAX, "a title has 1 to %d characters", TITLE_MAX);
    }
}
