package com.socialflow.social.posts;

import com.socialflow.core.PostId;

/** What came of publishing. */
public sealed interface PublishOutcome {

    /** @param held the owner of the video looks at it first */
    record Published(PostId id, boolean held) implements PublishOutcome {}

    /** @param thing {@code post} or {@code video}: it is not there, or not for the author */
    record NotFound(String thing) implements PublishOutcome {}

    record Refused(Reason reason) implements PublishOutcome {}

    /** Why somebody may not. */
    enum Reason {
        REPLY_NOT_ALLOWED("reply-not-allowed", "its author lets others reply"),
        QUOTE_NOT_ALLOWED("quote-not-allowed", "its author does not want it quoted"),
        THREAD_LOCKED("thread-locked", "nobody replies in this thread any more"),
        THREAD_TOO_DEEP("thread-too-deep", "this chain of replies is as long as one may be"),
        COMMENTS_CLOSED("comments-closed", "nobody comments on this video");

        private final String code;
        private final String sentence;

        Reason(String code, String sentence) {
            this.code = code;
            this.sentence = sentence;
        }

        public String code() {
            return code;
        }

        public String sentence() {
            return sentence;
        }
    }
}
