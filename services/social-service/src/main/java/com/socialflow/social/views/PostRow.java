package com.socialflow.social.views;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.social.rules.Audience;
import com.socialflow.social.rules.PostState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post as it is stored, and what of its thread decides who may answer it.
 *
 * @param announcement stands for a video that its owner published
 * @param video attached, or announced
 * @param quoteRevoked the quoted author took the permission back
 */
public record PostRow(
        PostId id,
        AccountId author,
        boolean announcement,
        PostState state,
        Content content,
        Rules rules,
        Place place,
        @Nullable VideoId video,
        @Nullable PostId quote,
        boolean quoteRevoked,
        boolean withImages,
        boolean withPoll,
        boolean pinned,
        int version,
        Instant createdAt,
        @Nullable Instant editedAt) {

    /** What was said. */
    public record Content(
            String text,
            Entities entities,
            @Nullable String warning,
            boolean sensitive,
            @Nullable String language) {}

    /**
     * Who may do what.
     *
     * @param mentionsViewer of whoever asked for the row
     */
    public record Rules(boolean forFollowers, Audience whoMayReply, Audience whoMayQuote, boolean mentionsViewer) {}

    /**
     * Where in which thread.
     *
     * @param root the thread's first post; of comments on a video the video's id
     * @param ofHiddenVideo in a thread of a video that whoever asked for the row may not see
     * @param ofViewersVideo in a thread of a video of whoever asked for the row
     * @param rootPost what the first post says of who may reply; null: this is the first, or a video's owner says it
     */
    public record Place(
            long root,
            @Nullable VideoId rootVideo,
            @Nullable PostId replyTo,
            @Nullable AccountId replyToAuthor,
            int depth,
            boolean locked,
            boolean branchHidden,
            boolean hearted,
            boolean pinnedInThread,
            @Nullable RootPost rootPost,
            boolean ofHiddenVideo,
            boolean ofViewersVideo) {}

    /** The first post of a thread. */
    public record RootPost(PostId id, AccountId author, Audience whoMayReply, boolean locked, boolean mentionsViewer) {}
}
