package com.socialflow.video.playback;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Addresses without a token. */
@Component
class OpenLinks implements PlaybackLinks {

    private static final String ROOT = "/media/";

    @Override
    public Playback of(Playable video) {
        return new Playback(
                address(video.hlsKey()),
                address(video.dashKey()),
                address(video.posterKey()),
                address(video.storyboardKey()));
    }

    private static @Nullable String address(@Nullable String key) {
        return key == null ? null : ROOT + key;
    }
}
