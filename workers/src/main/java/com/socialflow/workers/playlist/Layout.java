package com.socialflow.workers.playlist;

/** What the files of a video are called, relative to its directory. Playlists refer to them by these names. */
public final class Layout {

    public static final String HLS = "master.m3u8";
    public static final String DASH = "manifest.mpd";
    public static final String POSTER = "poster.jpg";
    public static final String STORYBOARD = "storyboard.jpg";
    public static final String STORYBOARD_TRACK = "storyboard.vtt";

    static final String MEDIA_PLAYLIST = "index.m3u8";
    static final String INIT = "init.mp4";
    static final String SEGMENT_SUFFIX = ".m4s";

    private Layout() {}

    /** A rendition's own playlist. */
    public static String playlist(String rendition) {
        return rendition + "/" + MEDIA_PLAYLIST;
    }

    /** A rendition's header. */
    public static String init(String rendition) {
        return rendition + "/" + INIT;
    }

    /** A rendition's segment, counted from 0. */
    public static String segment(String rendition, int number) {
        return rendition + "/" + number + SEGMENT_SUFFIX;
    }
}
