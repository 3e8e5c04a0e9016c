package com.socialflow.social.views;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import org.jspecify.annotations.Nullable;

/**
 * A place in a timeline.
 *
 * @param position the post's id, or the repost's: the sort key and cursor
 */
public record Entry(long position, PostId post, @Nullable AccountId repostedBy) {}
