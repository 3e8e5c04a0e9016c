package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows the playlists to every segment, as a player would. */
record Playback(Person viewer) {

    private static final Pattern IN_TAG = Pattern.compile("URI=\"([^\"]+)\"");

    /** Every address of a complete video answers with bytes. */
    void plays(String master) {
        var playlist = viewer.get(master);
        assertThat(playlist.statusCode()).as(playlist.body()).isEqualTo(200);
        var media = addresses(playlist.body());
        assertThat(media).isNotEmpty();
        for (var relative : media) {
            var address = resolve(master, relative);
            var list = viewer.get(address);
            assertThat(list.statusCode()).as(address).isEqualTo(200);
            assertThat(list.body()).contains("#EXT-X-ENDLIST");
            for (var segment : addresses(list.body())) {
                var bytes = viewer.bytes(resolve(address, segment));
                assertThat(bytes.statusCode()).as(segment).isEqualTo(200);
                assertThat(bytes.body().length).isPositive();
            }
        }
    }

    /** Every address in a playlist: the URIs of its tags, and its lines. */
    static List<String> addresses(String playlist) {
        var inTags = IN_TAG.matcher(playlist).results().map(found -> found.group(1));
        var lines = playlist.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
        return Stream.concat(inTags, lines).toList();
    }

    static String resolve(String base, String relative) {
        return URI.create("http://x" + base).resolve(relative).getPath();
    }
}
