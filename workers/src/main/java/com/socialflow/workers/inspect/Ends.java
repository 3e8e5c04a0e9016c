package com.socialflow.workers.inspect;

import org.jspecify.annotations.Nullable;

/** Finds when picture and sound begin and end, from packets rather than from promises. */
final class Ends {

    /** How much of the end is read: longer than most sources go without a keyframe. */
    private static final double TAIL_SECONDS = 5;

    /** Containers round, and count the last packet in or out. Missing more than this, and 2 %, is missing. */
    private static final double SHORT_SECONDS = 1.5;

    private static final double SHORT_SHARE = 0.02;

    /** What a frame lasts when a source does not say. */
    private static final double FRAME_SECONDS = 0.04;

    private static final double FRAME_SECONDS_MAX = 1;

    private final Probe probe;
    private final Headers headers;
    private final Headers.Stream video;
    private final Headers.@Nullable Stream audio;

    /** What was found. */
    sealed interface Outcome {}

    /**
     * Times on the container's clock.
     *
     * @param frames how many packets of picture there are, as far as known; 0 when not counted
     * @param audioStart not a number when there is no sound
     * @param audioEnd not a number when there is no sound
     */
    record Found(double videoStart, double videoEnd, double audioStart, double audioEnd, long frames)
            implements Outcome {}

    record Fault(Rejection reason, String detail) implements Outcome {}

    Ends(Probe probe, Headers headers, Headers.Stream video, Headers.@Nullable Stream audio) {
        this.probe = probe;
        this.headers = headers;
        this.video = video;
        this.audio = audio;
    }

    Outcome find() throws InterruptedException {
        var declared = headers.durationSeconds();
        double declaredEnd = headers.startSeconds() + declared.orElse(0.0);
        if (declared.isPresent()) {
            var tail = Span.of(
                    probe.packetsFrom(Math.max(0, declaredEnd - TAIL_SECONDS)).output());
            if (tail.encrypted()) return new Fault(Rejection.ENCRYPTED, "by its packets");
            if (tail.has(video.index()) && (audio == null || tail.has(audio.index()))) {
                return missing(tail, declaredEnd) ? truncated(tail, declaredEnd) : found(tail, false);
            }
        }
        // No index to seek by, no duration to seek to, or picture and sound end far apart.
        var whole = Span.of(probe.allPackets().output());
        if (whole.encrypted()) return new Fault(Rejection.ENCRYPTED, "by its packets");
        if (!whole.has(video.index())) return new Fault(Rejection.NO_FRAMES, "no packets of picture");
        if (declared.isPresent() && missing(whole, declaredEnd)) return truncated(whole, declaredEnd);
        return found(whole, true);
    }

    private boolean missing(Span span, double declaredEnd) {
        double duration = declaredEnd - headers.startSeconds();
        return span.end() < declaredEnd - Math.max(SHORT_SECONDS, SHORT_SHARE * duration);
    }

    private static Fault truncated(Span span, double declaredEnd) {
        return new Fault(Rejection.TRUNCATED, "ends at " + span.end() + " s of " + declaredEnd + " s");
    }

    private Found found(Span span, boolean whole) {
        double videoStart = start(video, span, whole);
        // Packets of some containers have no durations, or wrong ones: the last frame is shown for as long as another.
        double frame = FrameRate.parse(video.text("r_frame_rate"))
                .map(rate -> Math.min(rate.seconds(1), FRAME_SECONDS_MAX))
                .orElse(FRAME_SECONDS);
        double last = Math.max(span.last(video.index()), videoStart);
        double ended = span.end(video.index());
        double videoEnd = ended - last < frame / 2 ? last + frame : ended;
        var heard = audio != null && span.has(audio.index()) ? audio : null;
        return new Found(
                videoStart,
                videoEnd,
                heard == null ? Double.NaN : start(heard, span, whole),
                heard == null ? Double.NaN : span.end(heard.index()),
                whole ? span.count(video.index()) : video.integer("nb_frames"));
    }

    private double start(Headers.Stream stream, Span span, boolean whole) {
        return stream.seconds("start_time").orElse(whole ? span.start(stream.index()) : headers.startSeconds());
    }
}
