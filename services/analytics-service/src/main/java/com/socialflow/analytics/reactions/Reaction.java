package com.socialflow.analytics.reactions;

import java.util.Locale;

/** What is done with a video beside watching it: a column of cells by its name. */
enum Reaction {
    LIKES,
    SHARES,
    COMMENTS;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
