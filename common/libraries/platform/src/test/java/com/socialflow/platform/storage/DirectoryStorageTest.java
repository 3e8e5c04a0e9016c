package com.socialflow.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class DirectoryStorageTest extends ResumableObjectsKit {

    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    Path root;

    private Directory directory;

    @BeforeEach
    void open() {
        directory = new Directory(root, DataSize.ofMegabytes(1));
    }

    @Override
    ObjectStorage storage() {
        return new DirectoryStorage(directory);
    }

    @Override
    ResumableObjects resumable() {
        return new DirectoryAppends(directory);
    }

    @Override
    List<String> reach() {
        return List.of("directory", root.toString());
    }

    @Test
    void leavesNoTemporaryFileAndNoEmptyFolder() throws IOException {
        storage().put("a/b/c", stream("x"));
        storage().copy("a/b/c", "a/b/d");
        storage().rename("a/b/d", "e/f");
        resumable().append("u/1", 0, stream("x"));
        resumable().append("u/2", 0, stream("x"));
        resumable().abort("u/1");
        resumable().seal("u/2", "g/h");
        storage().delete("a/b/c");
        storage().deleteAll("e/");
        storage().deleteAll("g/");

        try (var left = Files.walk(root)) {
            assertThat(left.map(root::relativize).map(Path::toString))
                    .containsExactlyInAnyOrder("", "objects", "incomplete", "temporary");
        }
    }

    @Test
    void removesTemporaryFilesThatAKilledProcessLeft() throws IOException {
        var now = Instant.parse("2026-03-01T00:00:00Z");
        var old = Files.createFile(directory.newTemporary());
        var fresh = Files.createFile(directory.newTemporary());
        Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofDays(2))));
        Files.setLastModifiedTime(fresh, FileTime.from(now.minus(Duration.ofHours(2))));

        directory.sweep(now);

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void leavesTheReserveToOthers() {
        directory = new Directory(root, DataSize.ofTerabytes(1_000_000));

        assertThatThrownBy(() -> storage().put("a", stream("x")))
                .isInstanceOfSatisfying(StorageException.class, full());
        assertThatThrownBy(() -> resumable().append("a", 0, stream("x")))
                .isInstanceOfSatisfying(StorageException.class, full());
    }

    private static java.util.function.Consumer<StorageException> full() {
        return e -> assertThat(e.reason()).isEqualTo(StorageException.Reason.FULL);
    }

    @Test
    void writersAndRemoversOfOneFolderDoNotDisturbEachOther() throws Exception {
        var writers = new ArrayList<FutureTask<Boolean>>();
        for (var writer = 0; writer < 4; writer++) {
            var name = "busy/folder/%d".formatted(writer);
            var task = new FutureTask<>(() -> {
                for (var i = 0; i < 200; i++) {
                    storage().put(name, stream("x"));
                    storage().delete(name);
                }
                return true;
            });
            writers.add(task);
            Thread.ofVirtual().start(task);
        }
        for (var writer : writers) {
            assertThat(writer.get()).isTrue();
        }
        assertThat(storage().list("busy/", "", 10)).isEmpty();
    }

    /** Both parts are long enough to go past the kernel's cache, and the second begins in the middle of a block. */
    @Test
    void aLargeUploadThatBrokeOffGoesOnAtAnyByte() throws IOException {
        var bytes = new byte[30 * MEGABYTE];
        new SplittableRandom(1).nextBytes(bytes);
        var broken = 13 * MEGABYTE + 4321;

        resumable().append("large", 0, new BreakingStream(Arrays.copyOf(bytes, broken)));
        assertThat(resumable().length("large")).isEqualTo(broken);
        resumable().append("large", broken, new ByteArrayInputStream(Arrays.copyOfRange(bytes, broken, bytes.length)));
        resumable().seal("large", "whole");

        assertThat(storage().localPath("whole").orElseThrow()).hasBinaryContent(bytes);
    }

    /** 64 MiB through one append: what the thread allocates is its buffer and little else. */
    @Test
    void neverHoldsAnObjectInMemory() throws IOException {
        var bytes = new byte[64 * MEGABYTE];
        resumable().append("warm/up", 0, stream("x"));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

        var before = threads.getCurrentThreadAllocatedBytes();
        resumable().append("large", 0, new ByteArrayInputStream(bytes));
        storage().put("large", new ByteArrayInputStream(bytes));
        var allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isLessThan(2 * MEGABYTE);
    }
}
