package com.socialflow.video.playback;

import org.jspecify.annotations.Nullable;

/** The addresses of a video's manifests and pictures, as the API shows them; null where there is nothing yet. */
public record Playback(
        @Nullable String hls,
        @Nullable String dash,
        @Nullable String poster,
        @Nullable String storyboard) {}
