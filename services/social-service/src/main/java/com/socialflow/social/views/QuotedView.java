package com.socialflow.social.views;

import com.socialflow.core.PostId;

/** A quoted post, or that it is not there for the viewer. */
public sealed interface QuotedView permits PostView, QuotedView.Unavailable {

    /** What is quoted is not for the viewer, or its author took it out of this quote. */
    record Unavailable(PostId id, String state) implements QuotedView {

        Unavailable(PostId id) {
            this(id, "unavailable");
        }
    }
}
