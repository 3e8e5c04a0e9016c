package com.socialflow.workers.cmaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.socialflow.workers.footage.Footage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxesTest {

    @TempDir
    Path directory;

    @Test
    void aFileIsReadHoweverLittleOfItIsThere() throws IOException {
        var whole = Files.readAllBytes(fragmented());
        var growing = directory.resolve("growing.mp4");
        int fragments = 0;
        Files.write(growing, new byte[0]);
        try (var reader = new FragmentReader(growing)) {
            boolean header = false;
            for (int length = 0; length <= whole.length; length += 7) {
                Files.write(growing, Arrays.copyOf(whole, Math.min(length, whole.length)));
                header = header || reader.header().isPresent();
                while (header && reader.next().isPresent()) {
                    fragments++;
                }
            }
            Files.write(growing, whole);
            while (reader.next().isPresent()) {
                fragments++;
            }
        }
        assertThat(fragments).isEqualTo(3);
    }

    @Test
    void aMovedFragmentDiffersInItsNumberAndTimeAlone() throws IOException {
        var fragment = firstFragment();

        var moved = fragment.moved(77, 123_456_789_012L);

        assertThat(Fragment.parse(moved.moof()))
                .usingRecursiveComparison()
                .ignoringFields("moof")
                .isEqualTo(moved);
        assertThat(moved.decodeTime()).isEqualTo(123_456_789_012L);
        assertThat(moved.duration()).isEqualTo(fragment.duration());
        var back = moved.moved(1, fragment.decodeTime());
        assertThat(back.moof()).isEqualTo(fragment.moof());
    }

    @Test
    void whateverIsWrongWithTheBytesIsSaidSo() throws IOException {
        var good = firstFragment().moof();
        var random = new Random(11);
        for (int i = 0; i < 3000; i++) {
            var bad = Arrays.copyOf(good, random.nextInt(64, good.length));
            ByteBuffer.wrap(bad).putInt(0, bad.length);
            bad[random.nextInt(8, 64)] ^= (byte) (1 << random.nextInt(8));
            try {
                Fragment.parse(bad);
            } catch (MalformedException e) {
                assertThat(e).hasMessageMatching(".+");
            }
        }
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Box.between(ByteBuffer.wrap(new byte[] {0, 0, 0, 4, 'm', 'o', 'o', 'f'}), 0, 8));
    }

    private Fragment firstFragment() throws IOException {
        try (var reader = new FragmentReader(fragmented())) {
            assertThat(reader.header()).isPresent();
            return reader.next().orElseThrow().fragment();
        }
    }

    private static Path fragmented() {
        return Footage.source(Footage.pattern("64x64", "10", "3") + " -c:v libx264 -g 10 -sc_threshold 0 -keyint_min 10"
                + " -movflags +empty_moov+default_base_moof+frag_keyframe+skip_trailer -f mp4 fragmented.mp4");
    }
}
