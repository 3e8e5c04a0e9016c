package com.socialflow.workers.inspect;

import java.util.HashMap;
import java.util.Map;

/** When each stream's packets begin and end, read from ffprobe's lines. Times are the container's. */
final class Span {

    private static final String ENCRYPTED = "Encryption info";

    private final Map<Integer, Double> starts = new HashMap<>();
    private final Map<Integer, Double> ends = new HashMap<>();
    private final Map<Integer, Double> lasts = new HashMap<>();
    private final Map<Integer, Long> counts = new HashMap<>();
    private boolean encrypted;

    /** Reads lines of stream, pts, dts, duration and kinds of side data. */
    static Span of(String lines) {
        var span = new Span();
        lines.lines().forEach(span::take);
        return span;
    }

    private void take(String line) {
        var fields = line.split(",", -1);
        if (fields.length < 3) return;
        int stream = Integer.parseInt(fields[0]);
        counts.merge(stream, 1L, Long::sum);
        encrypted |= line.contains(ENCRYPTED);
        // Raw AVI has no presentation times.
        double time = Double.isNaN(seconds(fields[1])) ? seconds(fields[2]) : seconds(fields[1]);
        if (Double.isNaN(time)) return;
        double duration = fields.length > 3 ? seconds(fields[3]) : Double.NaN;
        starts.merge(stream, time, Math::min);
        lasts.merge(stream, time, Math::max);
        ends.merge(stream, time + (Double.isNaN(duration) ? 0 : duration), Math::max);
    }

    boolean encrypted() {
        return encrypted;
    }

    boolean has(int stream) {
        return ends.containsKey(stream);
    }

    long count(int stream) {
        return counts.getOrDefault(stream, 0L);
    }

    double start(int stream) {
        return starts.getOrDefault(stream, Double.NaN);
    }

    /** When the last packet begins. */
    double last(int stream) {
        return lasts.getOrDefault(stream, Double.NaN);
    }

    double end(int stream) {
        return ends.getOrDefault(stream, Double.NaN);
    }

    /** When the last packet of all ends; negative infinity when there is none. */
    double end() {
        return ends.values().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NEGATIVE_INFINITY);
    }

    private static double seconds(String field) {
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException e) {
            return Double.NaN; // "N/A"
        }
    }
}
