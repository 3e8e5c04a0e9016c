package com.socialflow.video.playback;

import com.socialflow.core.VideoId;
import com.socialflow.platform.storage.ObjectKeys;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address under {@code /media/}: {@code videos/<id>/<generation>/…}, or with {@code t/<token>/} before it.
 *
 * @param token as it was sent; empty in a public address
 * @param key of the object
 */
record MediaPath(Optional<String> token, VideoId video, String key) {

    static final String ROOT = "/media/";

    private static final Pattern FORM = Pattern.compile("/media/(?:t/([^/]*)/)?(videos/([0-9A-Z]{13})/[0-9]{1,10}/.+)");

    /** The path, unless it is of another form. Nothing in it is decoded: what it names needs no escaping. */
    static Optional<MediaPath> parse(String path) {
        var matcher = FORM.matcher(path);
        if (!matcher.matches() || !ObjectKeys.valid(matcher.group(2))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MediaPath(
                    Optional.ofNullable(matcher.group(1)), VideoId.parse(matcher.group(3)), matcher.group(2)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where addresses with this token start. */
    static String tokenRoot(String token) {
        return ROOT + "t/" + token + "/";
    }

    /** Whether the object may be replaced: playlists are while a video is being made. Everything else never changes. */
    boolean changes() {
        return key.endsWith(".m3u8") || key.endsWith(".mpd");
    }

    /** Whether there are addresses in it, relative to its own. */
    boolean refers() {
        return changes() || key.endsWith(".vtt");
    }
}
