package com.socialflow.workers.inspect;

import static com.socialflow.core.Require.require;

import java.util.Optional;

/** Frames per second as a fraction in lowest terms, such as 30000/1001. */
public record FrameRate(int numerator, int denominator) implements Comparable<FrameRate> {

    public FrameRate {
        require(numerator > 0 && denominator > 0, "no frame rate: %d/%d", numerator, denominator);
        int divisor = gcd(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    /** What ffprobe prints; empty for "0/0" and the like. */
    static Optional<FrameRate> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) return Optional.empty();
        try {
            int numerator = Integer.parseInt(text.substring(0, slash));
            int denominator = Integer.parseInt(text.substring(slash + 1));
            return numerator > 0 && denominator > 0
                    ? Optional.of(new FrameRate(numerator, denominator))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public double perSecond() {
        return (double) numerator / denominator;
    }

    /** How long so many frames last, in seconds. */
    public double seconds(long frames) {
        return (double) frames * denominator / numerator;
    }

    @Override
    public int compareTo(FrameRate other) {
        return Long.compare((long) numerator * other.denominator, (long) other.numerator * denominator);
    }

    /** As ffmpeg reads it. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
