package com.socialflow.social.views;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A poll of a post.
 *
 * @param chosen the options that the viewer chose, from 0 on; null: none yet, or nobody is signed in
 */
public record PollView(
        List<Option> options,
        boolean multiple,
        Instant endsAt,
        boolean ended,
        long votes,
        long voters,
        @Nullable List<Integer> chosen) {

    /** What can be chosen; votes are told to whoever voted, to the author, and after the end. */
    public record Option(String text, @Nullable Long votes) {}
}
