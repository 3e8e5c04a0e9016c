package com.socialflow.workers.inspect;

/** What came of inspecting a file. */
public sealed interface Inspection {

    /** A video that can be worked on. */
    record Inspected(MediaFacts facts) implements Inspection {}

    /**
     * Not one.
     *
     * @param reason the kind of fault
     * @param message a sentence for the person who uploaded it
     * @param detail what the tools said, for the log
     */
    record Rejected(Rejection reason, String message, String detail) implements Inspection {

        Rejected(Rejection reason, String detail) {
            this(reason, reason.message(), detail);
        }

        /** The reason's stable kebab-case code. */
        public String code() {
            return reason.code();
        }
    }
}
