package com.socialflow.platform.storage;

import java.io.IOException;
import java.util.Locale;

/** Object storage could not do what it was asked to. Nothing was changed, unless the method says otherwise. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What a caller can tell apart. */
    public enum Reason {
        /** There is no such object. */
        ABSENT,
        /** No room is left. */
        FULL,
        /** It does not answer, or fails: trying again may help. */
        UNAVAILABLE
    }

    StorageException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    StorageException(String message, Throwable cause) {
        super(message, cause);
        this.reason = full(cause) ? Reason.FULL : Reason.UNAVAILABLE;
    }

    static StorageException absent(String key) {
        return new StorageException(Reason.ABSENT, "there is no object " + key);
    }

    public Reason reason() {
        return reason;
    }

    /** Java has no type for ENOSPC and EDQUOT: the operating system's words are all there is. */
    private static boolean full(Throwable cause) {
        if (!(cause instanceof IOException)) {
            return false;
        }
        var words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("no space left") || words.contains("quota exceeded");
    }
}
