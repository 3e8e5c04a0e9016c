package com.socialflow.workers.inspect;

import static com.socialflow.core.Require.require;

/**
 * The sound of a source.
 *
 * @param stream its number in the file
 * @param codec ffmpeg's name of it, such as {@code aac}
 * @param sampleRate samples per second
 * @param channels how many; more than two are mixed down
 * @param startSeconds when the first sample is heard
 * @param endSeconds when the last sample has been heard
 */
public record AudioFacts(
        int stream, String codec, int sampleRate, int channels, double startSeconds, double endSeconds) {

    public AudioFacts {
        require(sampleRate > 0 && channels > 0, "no sound: %d channels at %d Hz", channels, sampleRate);
    }
}
