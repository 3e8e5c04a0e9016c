package com.socialflow.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Bytes under keys such as {@code videos/0J3K…/1/master.m3u8}.
 *
 * <p>What a method that writes has done when it returns survives a crash of the machine, and readers see a whole object
 * or none. Keys are {@link ObjectKeys checked}; none may be a folder of another ({@code a} beside {@code a/b}). The
 * content type follows from the key's extension. Every method throws {@link StorageException} when the storage fails.
 */
public interface ObjectStorage {

    /** The longest page of {@link #list}: what S3 gives at once. */
    int LIST_MAX = 1_000;

    /**
     * Stores everything that the stream gives, in place of what was there. Holds a bounded part of it in memory.
     *
     * @throws IOException when the stream does; nothing is stored then
     */
    StoredObject put(String key, InputStream body) throws IOException;

    /** Moves a local file into the storage, in place of what was there: the file is gone afterwards. */
    StoredObject put(String key, Path file);

    /** What is known of the object without reading it. */
    Optional<StoredObject> head(String key);

    /** The object, to be read and closed. */
    Optional<ObjectContent> get(String key);

    /** As much of the range as the object has; no bytes when it starts past the end. */
    Optional<ObjectContent> get(String key, ByteRange range);

    /** Removes the object, if it is there. */
    void delete(String key);

    /**
     * Removes every object under the prefix, finished or not ({@link ResumableObjects}), in bounded batches.
     *
     * @param prefix ends with a slash and is longer than that
     * @return how many finished objects there were
     */
    long deleteAll(String prefix);

    /**
     * Objects in the order of their keys' characters. A full page may be followed by another, after its last key.
     *
     * @param prefix empty, or with a slash at its end
     * @param after the key before the first one wanted, or empty
     * @param limit from 1 to {@link #LIST_MAX}
     */
    List<StoredObject> list(String prefix, String after, int limit);

    /**
     * Stores the same bytes under another key too, without their passing through this program.
     *
     * @throws StorageException {@code ABSENT} when there is no such object
     */
    StoredObject copy(String from, String to);

    /**
     * Moves an object to another key. Interrupted, it may be under both.
     *
     * @throws StorageException {@code ABSENT} when there is no such object
     */
    StoredObject rename(String from, String to);

    /**
     * Where the object lies on this machine's disk, to be read only; empty when there is none, or it lies elsewhere.
     */
    Optional<Path> localPath(String key);

    /** An address where anyone can get the object for so long; empty when the storage has no addresses of its own. */
    Optional<URI> presignedGet(String key, Duration validFor);

    /** How many bytes could be stored now; empty when the storage knows no end. */
    OptionalLong room();
}
