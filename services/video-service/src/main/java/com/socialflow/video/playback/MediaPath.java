package com.socialflow.video.playback;

import com.socialflow.core.VideoId;
import com.socialflow.platform.storage.ObjectKeys;
import java.util.Optional;

/**
 * An address under {@code /media/}: {@code videos/<id>/<generation>/…}, or with {@code t/<token>/} before it.
 *
 * @param token as it was sent; empty in a public address
 * @param key of the object
 */
record MediaPath(Optional<String> token, VideoId video, String key) {

    static final String ROOT = "/media/";

    private static final String TOKEN = "t/";
    private static final String VIDEOS = "videos/";
    private static final int ID_LENGTH = 13;

    /** Of a generation, a positive int. */
    private static final int DIGITS_MAX = 10;

    /** Where the generation starts in a key: after the id and a slash. */
    private static final int GENERATION = VIDEOS.length() + ID_LENGTH + 1;

    /**
     * The path, unless it is of another form. Nothing in it is decoded: what it names needs no escaping. Written out,
     * since every segment asks.
     */
    static Optional<MediaPath> parse(String path) {
        if (!path.startsWith(ROOT)) {
            return Optional.empty();
        }
        if (!path.startsWith(TOKEN, ROOT.length())) {
            return parse(Optional.empty(), path.substring(ROOT.length()));
        }
        var start = ROOT.length() + TOKEN.length();
        var end = path.indexOf('/', start);
        return end < 0 ? Optional.empty() : parse(Optional.of(path.substring(start, end)), path.substring(end + 1));
    }

    private static Optional<MediaPath> parse(Optional<String> token, String key) {
        var end = key.indexOf('/', GENERATION);
        if (!key.startsWith(VIDEOS) || end <= GENERATION || end > GENERATION + DIGITS_MAX || !ObjectKeys.valid(key)) {
            return Optional.empty();
        }
        var id = key.substring(VIDEOS.length(), GENERATION - 1);
        if (key.charAt(GENERATION - 1) != '/' || !digits(key, GENERATION, end)) {
            return Optional.empty();
        }
        try {
            var video = VideoId.parse(id);
            // Other spellings of the same id are other keys.
            return video.toString().equals(id) ? Optional.of(new MediaPath(token, video, key)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean digits(String text, int from, int to) {
        for (var i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
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
