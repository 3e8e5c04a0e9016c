package com.socialflow.video.playback;

import com.socialflow.core.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * What workers stored of a video, by object key; null where there is nothing yet.
 *
 * @param open whether anyone may fetch it without a token
 * @param epoch the playback epoch that tokens are made in
 */
public record Playable(
        VideoId video,
        boolean open,
        int epoch,
        @Nullable String hlsKey,
        @Nullable String dashKey,
        @Nullable String posterKey,
        @Nullable String storyboardKey) {}
