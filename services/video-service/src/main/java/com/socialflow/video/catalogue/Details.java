package com.socialflow.video.catalogue;

import static com.socialflow.core.Require.require;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What its owner says of a video. Lengths are in Unicode code points. */
record Details(
        String title,
        String description,
        List<String> tags,
        @Nullable String category,
        @Nullable String language,
        Visibility visibility) {

    /** Two lines of a narrow card. */
    static final int TITLE_MAX = 120;

    /** About two pages: enough for credits and chapters, small enough to be read with every view. */
    static final int DESCRIPTION_MAX = 5_000;

    /** More are noise to whoever searches. */
    static final int TAGS_MAX = 20;

    static final int TAG_MAX = 50;
    static final int CATEGORY_MAX = 50;

    /** The longest tag in use has 35 characters (RFC 5646, section 4.4.1). */
    static final int LANGUAGE_MAX = 35;

    Details {
        require(!title.isEmpty() && length(title) <= TITLE_MAX, "a title has 1 to %d characters", TITLE_MAX);
        require(length(description) <= DESCRIPTION_MAX, "a description has at most %d characters", DESCRIPTION_MAX);
        require(tags.size() <= TAGS_MAX, "a video has at most %d tags", TAGS_MAX);
        tags = List.copyOf(tags);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
