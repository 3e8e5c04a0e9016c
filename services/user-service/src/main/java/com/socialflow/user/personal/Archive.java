package com.socialflow.user.personal;

/**
 * An archive that is being written. Paths are names of letters, digits, {@code . _ -} with slashes between, each used
 * once.
 */
public interface Archive {

    /**
     * Adds a file of JSON.
     *
     * @param description a sentence for the person
     * @param content a record, a map or a list: held in memory
     */
    void json(String path, String description, Object content);

    /** Adds bytes that are at hand, as many pieces as there are: those after the first follow it at once. */
    void bytes(String path, String mediaType, String description, byte[] piece);

    /** Adds a stored object; nothing when it is gone. */
    void object(String path, String mediaType, String description, String objectKey);
}
