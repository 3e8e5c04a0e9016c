package com.socialflow.views;

/**
 * What is known of the video at the moment of a play.
 *
 * @param owner who is paid for it; 0 when unknown
 * @param durationMillis 0 when unknown or live
 */
public record Content(long owner, long durationMillis, boolean live) {}
