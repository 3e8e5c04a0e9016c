package com.socialflow.video.playback;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.testkit.Asvs;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaPathTest {

    private static final VideoId VIDEO = new VideoId(123_456_789_012L);

    @Test
    void readsPublicAddressesAndThoseWithAToken() {
        var key = "videos/%s/2/360p/17.m4s".formatted(VIDEO);

        assertThat(MediaPath.parse("/media/" + key)).contains(new MediaPath(Optional.empty(), VIDEO, key));
        assertThat(MediaPath.parse("/media/t/abc/" + key)).contains(new MediaPath(Optional.of("abc"), VIDEO, key));
        assertThat(MediaPath.parse("/media/t//" + key)).contains(new MediaPath(Optional.of(""), VIDEO, key));
    }

    @Asvs("V5.3.2")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/",
                "/media/videos/ID/1/",
                "/media/videos/ID/1",
                "/media/videos/ID/x/a.m4s",
                "/media/videos/ID/1/../../../keys/master.key",
                "/media/videos/ID/1/..%2f..%2fmaster.key",
                "/media/videos/ID/1/a;b",
                "/media/videos/ID/1/.hidden",
                "/media/videos/ID/1//a",
                "/media/videos/id/1/a",
                "/media/videos/ZZZZZZZZZZZZZ/1/a",
                "/media/originals/ID/1/a",
                "/media/t/abc/originals/ID/a/b",
                "/media/t/abc/def/videos/ID/1/a",
                "/media/videos/ID/99999999999/a",
                "/media/videos/ID//a",
                "/media/videos/ID/1a/a",
                "/media/videos/IDx1/a",
                "/media/videos",
                "/media/t",
                "/media/t/abc",
                "/other/videos/ID/1/a"
            })
    void readsNothingElse(String path) {
        assertThat(MediaPath.parse(path.replace("ID", VIDEO.toString()))).isEmpty();
    }
}
