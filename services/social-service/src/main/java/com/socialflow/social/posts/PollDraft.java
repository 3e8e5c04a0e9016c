package com.socialflow.social.posts;

import static com.socialflow.core.Require.require;

import java.time.Duration;
import java.util.List;

/** A poll as a composer asks for it. */
public record PollDraft(List<String> options, boolean multiple, Duration duration) {

    /** Fewer are no choice; more are no poll but a form. */
    public static final int OPTIONS_MIN = 2;

    public static final int OPTIONS_MAX = 6;

    /** In graphemes: two lines of a narrow screen. */
    public static final int OPTION_MAX = 80;

    public static final Duration DURATION_MIN = Duration.ofMinutes(5);

    /** A question that nobody remembers afterwards. */
    public static final Duration DURATION_MAX = Duration.ofDays(30);

    public PollDraft {
        require(options.size() >= OPTIONS_MIN && options.size() <= OPTIONS_MAX, "a poll has 2 to 6 options");
        require(
                duration.compareTo(DURATION_MIN) >= 0 && duration.compareTo(DURATION_MAX) <= 0,
                "a poll is open for 5 minutes to 30 days");
        options = List.copyOf(options);
    }
}
