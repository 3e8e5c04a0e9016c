package com.socialflow.engines;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often a child program is started again before its supervisor gives up.
 *
 * @param deathsMax this many deaths within the window are one too many
 * @param window how long a death counts
 * @param firstPause before the first new start; it doubles with each death that still counts
 * @param pauseMax no pause is longer
 */
public record RestartPolicy(int deathsMax, Duration window, Duration firstPause, Duration pauseMax) {

    /** Rides out a kill every few seconds, and tells a program that can't start within about 12 s. */
    public static final RestartPolicy STANDARD =
            new RestartPolicy(10, Duration.ofMinutes(1), Duration.ofMillis(20), Duration.ofSeconds(5));

    private static final int DOUBLINGS_MAX = 20;

    /** The deaths of one child. */
    final class Deaths {

        private final Deque<Long> times = new ArrayDeque<>();

        /** Notes a death at the time, in the nanoseconds of {@link System#nanoTime}. */
        void add(long now) {
            while (!times.isEmpty() && now - times.getFirst() > window.toNanos()) {
                times.removeFirst();
            }
            times.addLast(now);
        }

        boolean tooMany() {
            return times.size() >= deathsMax;
        }

        Duration pause() {
            var doublings = Math.min(Math.max(times.size() - 1, 0), DOUBLINGS_MAX);
            var pause = firstPause.multipliedBy(1L << doublings);
            return pause.compareTo(pauseMax) < 0 ? pause : pauseMax;
        }
    }
}
