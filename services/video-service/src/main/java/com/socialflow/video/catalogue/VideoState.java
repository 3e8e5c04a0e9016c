package com.socialflow.video.catalogue;

/** How far a video has come. It moves forward only; a new source starts it again at {@link #PROCESSING}. */
public enum VideoState {
    AWAITING_UPLOAD("awaiting-upload"),
    PROCESSING("processing"),
    READY("ready"),
    FAILED("failed");

    private final String word;

    VideoState(String word) {
        this.word = word;
    }

    /** As the API and the database write it. */
    String word() {
        return word;
    }

    /** Whether no worker will change it any more. */
    boolean terminal() {
        return this == READY || this == FAILED;
    }

    /** Whether a source may be uploaded: there is none, or it was no good. */
    boolean takesSource() {
        return this == AWAITING_UPLOAD || this == FAILED;
    }

    static VideoState of(String word) {
        for (var state : values()) {
            if (state.word.equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no state of a video is called " + word);
    }
}
