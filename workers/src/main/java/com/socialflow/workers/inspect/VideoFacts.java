package com.socialflow.workers.inspect;

import static com.socialflow.core.Require.require;

/**
 * The picture of a source.
 *
 * @param stream its number in the file
 * @param codec ffmpeg's name of it, such as {@code h264}
 * @param codedWidth pixels as decoded, before rotation
 * @param codedHeight pixels as decoded, before rotation
 * @param width pixels as displayed: rotated, and square
 * @param height pixels as displayed: rotated, and square
 * @param rotation quarter turns are 90, 180 and 270 degrees; 0 mostly
 * @param pixelFormat ffmpeg's name of it, such as {@code yuv420p10le}
 * @param colour what the samples mean
 * @param interlaced whether a frame holds two moments
 * @param averageRate frames divided by time
 * @param baseRate the lowest rate whose grid holds all timestamps, as ffmpeg guesses it
 * @param startSeconds when the first frame is shown
 * @param endSeconds when the last frame has been shown
 */
public record VideoFacts(
        int stream,
        String codec,
        int codedWidth,
        int codedHeight,
        int width,
        int height,
        int rotation,
        String pixelFormat,
        Colour colour,
        boolean interlaced,
        FrameRate averageRate,
        FrameRate baseRate,
        double startSeconds,
        double endSeconds) {

    /** How the picture's brightness is encoded. */
    public enum Transfer {
        /** As on any screen. */
        SDR,
        /** SMPTE ST 2084, also called PQ or HDR10. */
        PQ,
        /** ARIB STD-B67. */
        HLG
    }

    /**
     * What the samples mean.
     *
     * @param matrix ffmpeg's name of the matrix, such as {@code bt709}; {@code unknown} when the source does not say
     * @param transfer how brightness is encoded
     * @param full whether samples use their whole range, as in JPEG
     */
    public record Colour(String matrix, Transfer transfer, boolean full) {}

    public VideoFacts {
        require(width > 0 && height > 0, "no picture: %d by %d", width, height);
        require(endSeconds > startSeconds, "no time between %s and %s", startSeconds, endSeconds);
    }

    public int shortSide() {
        return Math.min(width, height);
    }

    public int longSide() {
        return Math.max(width, height);
    }
}
