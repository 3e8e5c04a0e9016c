package com.socialflow.video.catalogue;

/**
 * One quality that a video can be played in.
 *
 * @param name such as "720p"
 * @param bitrate peak, in bits per second, with audio
 */
record Rendition(String name, int width, int height, long bitrate) {}
