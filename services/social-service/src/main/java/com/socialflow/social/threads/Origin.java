package com.socialflow.social.threads;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * A post as the place from which a thread is read.
 *
 * @param announced the video that it announces, whose comments are its replies; null: it announces none
 * @param begunBy whoever began the thread: its first post's author, or the owner of the video; null: not known
 */
record Origin(
        PostId id, @Nullable VideoId announced, @Nullable AccountId begunBy) {}
