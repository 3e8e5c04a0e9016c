package com.socialflow.social.posts;

import com.socialflow.social.text.PostText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an author changes of a post; of what is not given the value means nothing.
 *
 * @param alts what some of its pictures show
 */
record Edit(
        boolean textGiven,
        PostText text,
        boolean warningGiven,
        @Nullable String warning,
        boolean sensitiveGiven,
        boolean sensitive,
        boolean languageGiven,
        @Nullable String language,
        Map<ImageId, String> alts) {

    Edit {
        alts = Map.copyOf(alts);
    }
}
