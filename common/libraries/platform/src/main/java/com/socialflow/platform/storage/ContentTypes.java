package com.socialflow.platform.storage;

import java.util.Map;

/** The media type of an object, from its key's extension. */
final class ContentTypes {

    /** For everything else: browsers don't show it, they save it. */
    static final String OTHER = "application/octet-stream";

    /** HLS by RFC 8216, section 10; DASH by ISO/IEC 23009-1, annex C; the rest by IANA. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("m3u8", "application/vnd.apple.mpegurl"),
            Map.entry("mpd", "application/dash+xml"),
            Map.entry("m4s", "video/iso.segment"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("vtt", "text/vtt;charset=utf-8"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("json", "application/json"));

    private ContentTypes() {}

    static String of(String key) {
        return TYPES.getOrDefault(key.substring(key.lastIndexOf('.') + 1), OTHER);
    }
}
