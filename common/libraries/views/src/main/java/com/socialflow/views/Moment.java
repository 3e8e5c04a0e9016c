package com.socialflow.views;

/**
 * When a part ended, in milliseconds.
 *
 * @param receivedMillis the server's clock at the receipt
 * @param atMillis the server's clock at the part's end, as far as the player's word goes
 * @param elapsedMillis the player's own clock since its session began; {@link #NO_CLOCK} when it has none
 */
public record Moment(long receivedMillis, long atMillis, long elapsedMillis) {

    public static final long NO_CLOCK = -1;
}
