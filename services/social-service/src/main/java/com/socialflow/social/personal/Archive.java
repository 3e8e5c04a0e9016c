package com.socialflow.social.personal;

/**
 * An archive that is being written. Paths are names of letters, digits, {@code . _ -} with slashes between, each used
 * once, and begin with {@code social/}.
 */
public interface Archive {

    /**
     * Adds a file of JSON.
     *
     * @param description a sentence for the person
     * @param content a record, a map or a list: held in memory, so that what may be long comes in several files
     */
    void json(String path, String description, Object content);

    /** Adds a stored object. */
    void object(String path, String mediaType, String description, String objectKey);
}
