package com.socialflow.social.homes;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import org.jspecify.annotations.Nullable;

/**
 * A place in a home timeline.
 *
 * @param position the post's id, or the repost's
 */
public record HomeEntry(
        long position, PostId post, @Nullable AccountId repostedBy) {}
