package com.socialflow.platform.storage;

import static com.socialflow.core.Require.require;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Objects as files: the key is the path. A file is complete before it gets its name, and never changed afterwards. */
final class DirectoryStorage implements ObjectStorage {

    private final Directory directory;

    DirectoryStorage(Directory directory) {
        this.directory = directory;
    }

    @Override
    public StoredObject put(String key, InputStream body) throws IOException {
        var target = directory.object(key);
        directory.requireRoom();
        var temporary = directory.newTemporary();
        try {
            var broken = write(body, temporary);
            if (broken != null) {
                throw broken;
            }
            return attempt("put " + key, () -> {
                DurableFiles.publish(temporary, target);
                return existing(key);
            });
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static @Nullable IOException write(InputStream body, Path file) {
        return attempt("write " + file, () -> {
                    try (var channel =
                            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                        var flusher = new Flusher(channel);
                        var broken = Pump.pump(body, channel, Long.MAX_VALUE, flusher::written)
                                .broken();
                        flusher.finish();
                        return Optional.ofNullable(broken);
                    }
                })
                .orElse(null);
    }

    @Override
    public StoredObject put(String key, Path file) {
        var target = directory.object(key);
        directory.requireRoom();
        return attempt("put " + key, () -> {
            DurableFiles.publishForeign(file, directory.newTemporary(), target);
            return existing(key);
        });
    }

    @Override
    public Optional<StoredObject> head(String key) {
        return attempt("head " + key, () -> directory.describe(key));
    }

    @Override
    public Optional<ObjectContent> get(String key) {
        return get(key, ByteRange.whole(Long.MAX_VALUE));
    }

    @Override
    public Optional<ObjectContent> get(String key, ByteRange range) {
        return attempt("get " + key, () -> {
            for (var object = directory.describe(key); object.isPresent(); object = directory.describe(key)) {
                var content = open(object.get(), range);
                if (content.isPresent()) {
                    return content;
                }
            }
            return Optional.empty();
        });
    }

    /** Empty when the object was replaced or removed since it was described. */
    private Optional<ObjectContent> open(StoredObject object, ByteRange range) throws IOException {
        FileChannel file;
        try {
            file = FileChannel.open(directory.object(object.key()), StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (directory.describe(object.key()).filter(object::equals).isEmpty()) {
            file.close();
            return Optional.empty();
        }
        var present = range.within(object.size());
        return Optional.of(new ObjectContent(object, present, RangeStream.owning(file, present)));
    }

    @Override
    public void delete(String key) {
        var file = directory.object(key);
        attempt("delete " + key, () -> {
            if (directory.describe(key).isPresent() && Files.deleteIfExists(file)) {
                DurableFiles.prune(DurableFiles.parent(file), directory.objects());
            }
            return true;
        });
    }

    @Override
    public long deleteAll(String prefix) {
        require(!prefix.isEmpty(), "a prefix names something");
        ObjectKeys.requirePrefix(prefix);
        return attempt("delete " + prefix, () -> {
            removeTree(directory.incomplete().resolve(prefix), directory.incomplete());
            return removeTree(directory.objects().resolve(prefix), directory.objects());
        });
    }

    private static long removeTree(Path folder, Path root) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        var files = new long[1];
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                files[0] += Files.deleteIfExists(file) ? 1 : 0;
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                DurableFiles.prune(visited, DurableFiles.parent(visited));
                return FileVisitResult.CONTINUE;
            }
        });
        DurableFiles.prune(DurableFiles.parent(folder), root);
        return files[0];
    }

    @Override
    public List<StoredObject> list(String prefix, String after, int limit) {
        require(limit >= 1 && limit <= LIST_MAX, "a list has from 1 to %d objects", LIST_MAX);
        ObjectKeys.requirePrefix(prefix);
        return attempt("list " + prefix, () -> new DirectoryList(directory, after, limit).under(prefix));
    }

    @Override
    public StoredObject copy(String from, String to) {
        var source = directory.object(from);
        var target = directory.object(to);
        return attempt("copy " + from, () -> {
            var temporary = directory.newTemporary();
            try {
                link(source, temporary);
                DurableFiles.publish(temporary, target);
                return existing(to);
            } catch (NoSuchFileException e) {
                throw StorageException.absent(from);
            } finally {
                // Moving a link over another link of the same file does nothing, and leaves the first.
                Files.deleteIfExists(temporary);
            }
        });
    }

    /** A second name is as good as a copy, since a file is never changed. */
    private static void link(Path source, Path target) throws IOException {
        try {
            Files.createLink(target, source);
        } catch (UnsupportedOperationException e) {
            Files.copy(source, target);
        }
    }

    @Override
    public StoredObject rename(String from, String to) {
        var source = directory.object(from);
        var target = directory.object(to);
        return attempt("rename " + from, () -> {
            if (directory.describe(from).isEmpty()) {
                throw StorageException.absent(from);
            }
            DurableFiles.publish(source, target);
            DurableFiles.prune(DurableFiles.parent(source), directory.objects());
            return existing(to);
        });
    }

    @Override
    public Optional<Path> localPath(String key) {
        return head(key).map(object -> directory.object(object.key()));
    }

    @Override
    public Optional<URI> presignedGet(String key, Duration validFor) {
        return Optional.empty();
    }

    @Override
    public OptionalLong room() {
        return OptionalLong.of(directory.room());
    }

    private StoredObject existing(String key) throws IOException {
        return directory.describe(key).orElseThrow(() -> StorageException.absent(key));
    }

    static <T> T attempt(String what, DurableFiles.InFolder<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new StorageException("could not " + what, e);
        }
    }
}
