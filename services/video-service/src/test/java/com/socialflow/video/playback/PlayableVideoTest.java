package com.socialflow.video.playback;

import com.socialflow.core.VideoId;
import com.socialflow.video.VideoServiceTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** A public video of Alice's with a playlist and a segment, and means to make others. */
abstract class PlayableVideoTest extends VideoServiceTest {

    /** Larger than what is sent by the kernel, and than any buffer on the way. */
    static final String SEGMENT = IntStream.range(0, 40_000)
            .mapToObj("%06d,"::formatted)
            .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
            .toString();

    VideoId video;
    String segment;

    @BeforeEach
    void publish() throws IOException {
        video = video("public");
        segment = "/media/videos/" + video + "/1/360p/0.m4s";
    }

    VideoId video(String visibility) throws IOException {
        var made = draft(alice, "\"visibility\":\"%s\"".formatted(visibility));
        var root = "videos/" + made + "/1/";
        store(root + "360p/0.m4s", SEGMENT);
        store(root + "master.m3u8", "#EXTM3U\n360p/index.m3u8\n");
        jdbc.sql("UPDATE video.video SET generation = 1, hls_key = :hls, poster_key = :poster WHERE id = :id")
                .param("hls", root + "master.m3u8")
                .param("poster", root + "poster.jpg")
                .param("id", made.value())
                .update();
        return made;
    }

    void store(String key, String content) throws IOException {
        storage.put(key, new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)));
    }
}
