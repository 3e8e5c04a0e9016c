package com.socialflow.workers.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.socialflow.platform.storage.ObjectStorage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Stores what a task made, as long as the task is held. */
final class Outputs {

    private final ObjectStorage storage;
    private final Held held;
    private final String prefix;

    Outputs(ObjectStorage storage, Held held) {
        this.storage = storage;
        this.held = held;
        this.prefix = OutputKeys.of(held.task().video(), held.task().generation());
    }

    /** Where object storage keeps a file of this video. */
    String key(String name) {
        return prefix + name;
    }

    /** Stores a file, which is gone afterwards. */
    void put(String name, Path file) {
        held.require();
        storage.put(key(name), file);
    }

    void put(String name, byte[] bytes) throws IOException {
        held.require();
        put(storage, key(name), bytes);
    }

    void put(String name, String text) throws IOException {
        put(name, text.getBytes(UTF_8));
    }

    /** Stores what is the same whoever stores it, and so whoever holds the task. */
    void putAnyway(String name, String text) throws IOException {
        put(storage, key(name), text.getBytes(UTF_8));
    }

    private static void put(ObjectStorage storage, String key, byte[] bytes) throws IOException {
        storage.put(key, new ByteArrayInputStream(bytes));
    }
}
