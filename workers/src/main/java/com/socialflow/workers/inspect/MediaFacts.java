package com.socialflow.workers.inspect;

import static com.socialflow.core.Require.require;

import org.jspecify.annotations.Nullable;

/**
 * What a source holds. Times are seconds after the earliest timestamp in the file.
 *
 * @param container ffmpeg's name of the format, such as {@code mov,mp4,m4a,3gp,3g2,mj2}
 * @param sizeBytes how large the file is
 * @param clockSeconds the earliest timestamp in the file, which is anything in broadcast streams
 * @param video the picture that is used
 * @param audio the sound that is used; null when there is none
 */
public record MediaFacts(
        String container,
        long sizeBytes,
        double clockSeconds,
        VideoFacts video,
        @Nullable AudioFacts audio) {

    /**
     * Sound that begins this much earlier or ends this much later than the picture is cut off; more than that, and the
     * first or last picture stands still meanwhile. Recorders often stop sound and picture some tenths apart.
     */
    static final double OVERHANG_SECONDS = 0.5;

    public MediaFacts {
        require(sizeBytes > 0, "an empty file");
    }

    /** Where the video begins. */
    public double originSeconds() {
        return audio != null && video.startSeconds() - audio.startSeconds() > OVERHANG_SECONDS
                ? audio.startSeconds()
                : video.startSeconds();
    }

    /** How long the video plays. */
    public double durationSeconds() {
        double end = audio != null && audio.endSeconds() - video.endSeconds() > OVERHANG_SECONDS
                ? audio.endSeconds()
                : video.endSeconds();
        return end - originSeconds();
    }

    /** Whether a seek finds the keyframe before a time, rather than some place before it. */
    public boolean seeksToKeyframes() {
        return container.startsWith("mov,") || container.startsWith("matroska");
    }
}
