package com.socialflow.video.playback;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plain addresses for public videos; for all others, addresses with a token that relative addresses inherit. */
@Component
class SignedLinks implements PlaybackLinks {

    private final PlaybackTokens tokens;

    SignedLinks(PlaybackTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Playback of(Playable video) {
        var root = video.open() ? MediaPath.ROOT : MediaPath.tokenRoot(tokens.make(video.video(), video.epoch()));
        return new Playback(
                address(root, video.hlsKey()),
                address(root, video.dashKey()),
                address(root, video.posterKey()),
                address(root, video.storyboardKey()));
    }

    private static @Nullable String address(String root, @Nullable String key) {
        return key == null ? null : root + key;
    }
}
