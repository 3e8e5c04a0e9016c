package com.socialflow.social.threads;

import com.socialflow.core.Problem;
import java.util.Locale;

/** In which order replies to the same post stand. */
public enum Sort {
    /** By {@link Relevance}. */
    RELEVANCE,
    NEWEST,
    OLDEST;

    /**
     * The order that the API calls so.
     *
     * @throws Problem 400 when it calls none so
     */
    public static Sort of(String word) {
        for (var sort : values()) {
            if (sort.name().toLowerCase(Locale.ROOT).equals(word)) {
                return sort;
            }
        }
        throw Problem.badRequest("bad-sort", "sorted by \"relevance\", \"newest\" or \"oldest\"");
    }

    /** A position before every reply. */
    public long start() {
        return this == OLDEST ? 0 : Long.MAX_VALUE;
    }
}
