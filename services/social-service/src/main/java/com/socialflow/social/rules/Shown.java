package com.socialflow.social.rules;

import java.util.Locale;

/** Whether and how a post is shown. */
public sealed interface Shown {

    Shown HIDDEN = new Hidden();
    Shown TOMBSTONE = new Tombstone();
    Shown FULL = new Full();

    /** As if it were not there. */
    record Hidden() implements Shown {}

    /** Its place in a thread stays, without what was said and by whom. */
    record Tombstone() implements Shown {}

    /** Behind a line that says why; the viewer may open it. */
    record Collapsed(Reason reason) implements Shown {}

    record Full() implements Shown {}

    /** Why something is collapsed. */
    enum Reason {
        MUTED,
        HIDDEN_WORD,
        SENSITIVE,
        BLOCKED_BRANCH;

        /** As the API writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
