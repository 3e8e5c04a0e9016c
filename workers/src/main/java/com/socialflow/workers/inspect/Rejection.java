package com.socialflow.workers.inspect;

/** Why a file can't become a video. The code is stable; the sentence is for the person who uploaded it. */
public enum Rejection {
    NOT_A_VIDEO("not-a-video", "This file is not a video, or is in a format that is not supported."),
    NO_VIDEO_STREAM("no-picture", "This file has sound but no moving picture."),
    TRUNCATED("truncated", "The end of this file is missing. Please export or copy it again, then upload it."),
    ENCRYPTED("encrypted", "This video is copy-protected (encrypted) and can't be opened."),
    DIMENSIONS_UNSUPPORTED("dimensions-unsupported", "The picture is too small or too large."),
    TOO_LONG("too-long", "This video is longer than allowed."),
    NO_FRAMES("no-frames", "No picture in this video can be decoded."),
    UNSUPPORTED_CODEC("unsupported-codec", "This video is encoded in a way that is not supported."),
    DECOMPRESSION_TRAP("decompression-trap", "This file would unpack to far more picture than its size can hold.");

    private final String code;
    private final String message;

    Rejection(String code, String message) {
        this.code = code;
        this.message = message;
    }

    /** Stable and kebab-case. */
    public String code() {
        return code;
    }

    /** A sentence for people. */
    public String message() {
        return message;
    }
}
