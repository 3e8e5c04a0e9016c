package com.socialflow.workers.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A directory for the files of one piece of work, gone when closed. */
public record Workspace(Path directory) implements AutoCloseable {

    /** A file in it; whether it exists is another matter. */
    public Path file(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() {
        try {
            Scratch.deleteTree(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("can't be cleaned: " + directory, e);
        }
    }
}
