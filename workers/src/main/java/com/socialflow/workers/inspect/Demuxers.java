package com.socialflow.workers.inspect;

import java.util.List;

/**
 * The containers that are opened at all, and how any source is opened. Containers that name other files (playlists,
 * concat scripts, image sequences) or are programs (lavfi) are not among them, whatever the content pretends to be.
 */
public final class Demuxers {

    /** As ffmpeg names them. */
    static final List<String> ALLOWED = List.of(
            "mov",
            "mp4",
            "m4a",
            "3gp",
            "3g2",
            "mj2",
            "matroska",
            "webm",
            "avi",
            "mpegts",
            "mpeg",
            "flv",
            "asf",
            "ogg",
            "mxf",
            "ivf",
            "h264",
            "hevc");

    /** Nothing but files and pipes is opened, even when a container names an address. */
    private static final String PROTOCOLS = "file,pipe";

    /** A decoder that is asked for a larger picture gives up before it takes memory for it. 8K, and somewhat taller. */
    static final long PIXELS_MAX = 8192L * 4352;

    private Demuxers() {}

    /** The options that go before the input, of ffmpeg and ffprobe alike. */
    public static List<String> options() {
        return List.of(
                "-protocol_whitelist",
                PROTOCOLS,
                "-format_whitelist",
                String.join(",", ALLOWED),
                "-max_pixels",
                Long.toString(PIXELS_MAX));
    }
}
