package com.socialflow.workers.ffmpeg;

/** A run of ffmpeg that did not do its work, and why. */
public final class MediaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whose fault it was, and so whether another try can help. */
    public enum Cause {
        /** There is no ffmpeg that runs on this machine. */
        UNAVAILABLE(true),
        /** It took longer than it may. */
        TIMED_OUT(true),
        /** It stopped making progress. */
        STALLED(true),
        /** It took more memory than it may. */
        OUT_OF_MEMORY(true),
        /** Something else ended it, such as a full disk or a signal. */
        ENDED(true),
        /** The source can't be decoded, however often it is tried. */
        UNDECODABLE(false),
        /** ffmpeg's output is not what was asked for: a fault of this program. */
        UNEXPECTED_OUTPUT(false);

        private final boolean worthRetrying;

        Cause(boolean worthRetrying) {
            this.worthRetrying = worthRetrying;
        }
    }

    private final Cause why;

    /** A failure with what ffmpeg said about it. */
    public MediaException(Cause why, String message) {
        super(message);
        this.why = why;
    }

    /** A failure that follows from another. */
    public MediaException(Cause why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    public Cause why() {
        return why;
    }

    /** Whether the same work can succeed later, or on another machine. */
    public boolean worthRetrying() {
        return why.worthRetrying;
    }
}
