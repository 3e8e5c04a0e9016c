package com.socialflow.workers.jobs;

import static com.socialflow.core.Require.require;

/**
 * Why there is no video.
 *
 * @param code stable and kebab-case
 * @param message a sentence for the person who uploaded it
 */
record Failure(String code, String message) {

    /** Work on it was begun as often as it may be, and never ended well. */
    static final Failure PROCESSING = new Failure(
            "processing-failed", "This video could not be processed. Upload it again, or try another file.");

    /** What was uploaded is gone. */
    static final Failure SOURCE_MISSING =
            new Failure("source-missing", "The uploaded file is no longer there. Upload it again.");

    /** It looked like a video, and is damaged inside. */
    static final Failure UNDECODABLE = new Failure(
            "undecodable",
            "A part of this video is damaged and can't be read. Please export it again, then upload it.");

    Failure {
        require(code.matches("[a-z][a-z0-9-]*"), "a code is kebab-case, not %s", code);
        require(!message.isBlank(), "a failure has a message");
    }
}
