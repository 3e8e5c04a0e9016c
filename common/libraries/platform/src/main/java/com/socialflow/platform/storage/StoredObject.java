package com.socialflow.platform.storage;

import static com.socialflow.core.Require.require;

import java.time.Instant;

/**
 * What is known of an object without reading it.
 *
 * @param size in bytes
 * @param etag strong, in quotes: another one after every change of the bytes
 * @param lastModified when it was stored, to the second or finer
 */
public record StoredObject(String key, long size, String etag, Instant lastModified) {

    public StoredObject {
        require(size >= 0, "an object has at least 0 bytes");
        require(etag.length() > 2 && etag.startsWith("\"") && etag.endsWith("\""), "no strong ETag: %s", etag);
    }

    /** The media type that goes with the key's extension. */
    public String contentType() {
        return ContentTypes.of(key);
    }
}
