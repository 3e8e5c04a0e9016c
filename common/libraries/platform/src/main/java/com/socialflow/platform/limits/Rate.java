package com.socialflow.platform.limits;

import static com.socialflow.core.Require.require;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/**
 * So many requests in so long, evenly, and so many at once.
 *
 * @param requests in each period
 * @param burst at once after a pause
 */
public record Rate(long requests, Duration period, long burst) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,12})/(\\w+)(?: burst (\\d{1,12}))?");

    public Rate {
        require(requests > 0 && burst > 0, "a rate allows at least one request");
        require(!period.isNegative() && period.compareTo(Duration.ofSeconds(1)) >= 0, "a rate is of a second or more");
    }

    /**
     * The rate written as {@code 600/1m}, or {@code 600/1m burst 100}.
     *
     * @throws IllegalArgumentException when the text is no rate
     */
    public static Rate valueOf(String text) {
        var parts = TEXT.matcher(text.strip());
        require(parts.matches(), "a rate is written as 600/1m or 600/1m burst 100, not as \"%s\"", text);
        var requests = Long.parseLong(parts.group(1));
        var burst = parts.group(3) == null ? requests : Long.parseLong(parts.group(3));
        return new Rate(requests, DurationStyle.detectAndParse(parts.group(2)), burst);
    }

    /** So many times as much, at least one. */
    Rate times(double factor) {
        return new Rate(Math.max(1, Math.round(requests * factor)), period, Math.max(1, Math.round(burst * factor)));
    }

    /** The time in which one more request becomes possible. */
    long intervalNanos() {
        return Math.max(1, period.toNanos() / requests);
    }
}
