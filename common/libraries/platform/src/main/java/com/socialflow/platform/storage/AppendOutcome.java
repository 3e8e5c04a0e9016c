package com.socialflow.platform.storage;

/** What became of bytes that were to be added to a {@link ResumableObjects resumable object}. */
public sealed interface AppendOutcome {

    /** The object's length, durably. */
    long length();

    /**
     * Bytes were added.
     *
     * @param whole whether the stream came to its end; otherwise the sender broke off
     */
    record Appended(long length, boolean whole) implements AppendOutcome {}

    /** Nothing was added: the object ends elsewhere than the caller believed. */
    record OffsetConflict(long length) implements AppendOutcome {}

    /** Nothing was added: the bytes were not accepted, or did not all come. */
    record Refused(long length) implements AppendOutcome {}
}
