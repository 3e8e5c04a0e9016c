package com.socialflow.workers.ladder;

import static com.socialflow.core.Require.require;

/**
 * One picture size that a video is offered in.
 *
 * @param name such as {@code 720p}: its short side
 * @param width even
 * @param height even
 * @param bitrateMax what the encoder may use on average over its buffer, in bits per second
 */
public record Rung(String name, int width, int height, int bitrateMax) {

    /** The buffer of the encoder's rate control holds this many seconds at the maximal rate. */
    private static final int BUFFER_SECONDS = 2;

    public Rung {
        require(width > 0 && height > 0 && width % 2 == 0 && height % 2 == 0, "%dx%d is not even", width, height);
        require(bitrateMax > 0, "a rung needs bits");
    }

    /** The encoder's buffer, in bits. */
    public int bufferBits() {
        return bitrateMax * BUFFER_SECONDS;
    }
}
