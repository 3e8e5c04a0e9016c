package com.socialflow.workers.ffmpeg;

/**
 * How far a run is.
 *
 * @param frames video frames encoded in the first output
 * @param seconds the position in the output
 */
public record Progress(long frames, double seconds) {

    static final Progress NONE = new Progress(0, 0);

    /** This with one line of {@code -progress} taken in; lines that tell nothing change nothing. */
    Progress with(String line) {
        int equals = line.indexOf('=');
        if (equals < 0) return this;
        var value = line.substring(equals + 1).strip();
        try {
            return switch (line.substring(0, equals)) {
                case "frame" -> new Progress(Long.parseLong(value), seconds);
                case "out_time_us" -> new Progress(frames, Long.parseLong(value) / 1e6);
                default -> this;
            };
        } catch (NumberFormatException e) {
            return this; // "N/A" before the first frame
        }
    }
}
