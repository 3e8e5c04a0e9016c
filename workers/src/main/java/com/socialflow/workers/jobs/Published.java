package com.socialflow.workers.jobs;

import static com.socialflow.core.Require.require;

import java.util.List;

/** Object keys of a finished video, and its renditions. No storyboard: an empty key. */
record Published(
        String hlsKey, String dashKey, String posterKey, String storyboardKey, List<PublishedRendition> renditions) {

    /**
     * One quality.
     *
     * @param name such as {@code 720p}
     * @param bitrate its peak with audio, in bits per second
     */
    record PublishedRendition(String name, int width, int height, long bitrate) {}

    Published {
        require(!hlsKey.isEmpty() && !dashKey.isEmpty(), "a finished video has both manifests");
        require(!renditions.isEmpty(), "a finished video has a rendition");
        renditions = List.copyOf(renditions);
    }
}
