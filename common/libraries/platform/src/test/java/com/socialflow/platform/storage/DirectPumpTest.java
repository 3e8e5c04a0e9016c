package com.socialflow.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectPumpTest {

    private static final int BUFFER = DirectPump.BUFFER_BYTES;
    private static final int BEGINNING = DirectPump.ALIGNMENT_BYTES;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BUFFER - 1, BUFFER, BUFFER + 1, 3 * BUFFER, 3 * BUFFER + 4097})
    void writesEveryByteAfterWhatIsThere(int length) throws IOException {
        var path = file();
        var bytes = bytes(length);
        var told = new ArrayList<Long>();

        Pump.Pumped pumped;
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            pumped = DirectPump.pump(new ByteArrayInputStream(bytes), path, file.position(BEGINNING), told::add);
            assertThat(file.position()).isEqualTo(BEGINNING + length);
        }

        assertThat(pumped).isEqualTo(new Pump.Pumped(length, true, null));
        assertThat(told).isSorted().last().isEqualTo((long) length);
        assertThat(written(path)).isEqualTo(bytes);
    }

    @Test
    void keepsWhatCameBeforeTheStreamFailed() throws IOException {
        var path = file();
        var bytes = bytes(2 * BUFFER + 12_345);

        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            var pumped = DirectPump.pump(new BreakingStream(bytes), path, file.position(BEGINNING), _ -> {});

            assertThat(pumped.ended()).isFalse();
            assertThat(pumped.broken()).hasMessage(BreakingStream.MESSAGE);
            assertThat(pumped.bytes()).isEqualTo(bytes.length);
        }
        assertThat(written(path)).isEqualTo(bytes);
    }

    @Test
    void endsWhenItsOwnerGivesUpMidway() throws IOException {
        var path = file();

        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            assertThatThrownBy(() -> DirectPump.pump(endless(), path, file.position(BEGINNING), bytes -> {
                        if (bytes >= 3L * BUFFER) {
                            throw new IllegalStateException("no room");
                        }
                    }))
                    .hasMessage("no room");
        }
        assertThat(Files.size(path)).isEqualTo(BEGINNING + 3L * BUFFER);
    }

    private Path file() throws IOException {
        return Files.write(folder.resolve("file"), new byte[BEGINNING]);
    }

    private static byte[] written(Path path) throws IOException {
        try (var stream = Files.newInputStream(path)) {
            stream.skipNBytes(BEGINNING);
            return stream.readAllBytes();
        }
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new SplittableRandom(length).nextBytes(bytes);
        return bytes;
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 1;
            }
        };
    }
}
