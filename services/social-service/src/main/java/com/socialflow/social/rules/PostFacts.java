package com.socialflow.social.rules;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;

/**
 * What the rules must know of a post.
 *
 * @param forFollowers the author's followers and the mentioned alone may see it
 * @param authorPrivate the same holds for everything of its author
 * @param authorHidden nobody is to see its author now, or its author is unknown
 * @param mentionsViewer the viewer is among the mentioned
 * @param branchHidden it, or what it answers, was put aside by whoever began the thread
 * @param ofHiddenVideo it comments on a video that the viewer may not see
 * @param ofViewersVideo it comments on a video of the viewer's, who reviews what is held there
 * @param words what the viewer's hidden words say of it
 */
public record PostFacts(
        PostId id,
        AccountId author,
        PostState state,
        boolean forFollowers,
        boolean authorPrivate,
        boolean authorHidden,
        boolean sensitive,
        boolean mentionsViewer,
        boolean branchHidden,
        boolean ofHiddenVideo,
        boolean ofViewersVideo,
        WordVerdict words) {}
