package com.socialflow.views;

/**
 * What is known of the video at the moment of a play.
 *
 * @param durationMillis 0 when unknown or live
 */
public record Content(long durationMillis, boolean live) {}
