package com.socialflow.social.posts;

import com.socialflow.core.PostId;
import java.util.Map;

/** Says anew what pictures of a post show; one bean at most. */
public interface AltTexts {

    /** In graphemes: what a screen reader says in two minutes. */
    int ALT_MAX = 1_500;

    /**
     * Describes pictures of the post anew, in the caller's transaction.
     *
     * @throws com.socialflow.core.Problem 422 when one is not the post's
     */
    void describe(PostId post, Map<ImageId, String> alts);
}
