package com.socialflow.platform.storage;

import java.io.InputStream;
import java.util.function.BooleanSupplier;

/**
 * Objects that arrive in pieces, over hours and several connections. Invisible to {@link ObjectStorage} until they are
 * sealed, except that {@link ObjectStorage#deleteAll} removes them too.
 *
 * <p>One writer at a time: whoever calls has made sure of that.
 */
public interface ResumableObjects {

    /**
     * Adds what the stream gives. However it ends, what came before is kept, and lengths that were answered hold
     * through a crash of the machine.
     *
     * @param offset where the caller believes that the object ends
     */
    AppendOutcome append(String key, long offset, InputStream body);

    /**
     * Adds what the stream gives if it came whole and {@code accepted} then says so; otherwise nothing. Keeps the bytes
     * in a temporary file until then.
     *
     * @param accepted asked once, after the stream's end
     */
    AppendOutcome appendIf(String key, long offset, InputStream body, BooleanSupplier accepted);

    /** How many bytes are there and will stay; 0 when nothing was ever added. */
    long length(String key);

    /**
     * Makes an object of what was added. Asking again after a crash gives the same.
     *
     * @param finalKey where it goes: S3 copies it there when this is not the key itself
     */
    StoredObject seal(String key, String finalKey);

    /** Removes what was added, if anything. */
    void abort(String key);
}
