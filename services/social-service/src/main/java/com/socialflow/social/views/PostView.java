package com.socialflow.social.views;

import com.socialflow.core.AccountId;
import com.socialflow.core.Id;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as the API shows it. Null fields are left out; of a post that is gone its place in the thread alone is there.
 *
 * @param root the thread's first post; of comments on a video the video's id
 * @param collapsed why it is shown only when asked for
 */
public record PostView(
        PostId id,
        String kind,
        @Nullable AuthorView author,
        @Nullable String text,
        @Schema(implementation = Entity[].class) Entities entities,
        @Nullable String warning,
        boolean sensitive,
        @Nullable String language,
        @Nullable String visibility,
        @Nullable String whoMayReply,
        @Nullable String whoMayQuote,
        @Nullable PostId replyTo,
        @Nullable AccountId replyToAuthor,
        Id root,
        @Nullable VideoId rootVideo,
        int depth,
        @Schema(implementation = PostView.class) @Nullable QuotedView quote,
        @Nullable VideoCard video,
        List<ImageView> images,
        @Nullable PollView poll,
        @Nullable CardView card,
        Counts counts,
        @Nullable Standing viewer,
        String state,
        @Nullable String collapsed,
        @Nullable Instant createdAt,
        @Nullable Instant editedAt,
        int version,
        boolean pinned,
        boolean hearted,
        boolean pinnedInThread,
        boolean locked,
        boolean branchHidden)
        implements QuotedView {

    /** What others did with it, people of all kinds counted. */
    public record Counts(long replies, long reposts, long likes, long quotes) {

        static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /** How the viewer stands to it. */
    public record Standing(
            boolean liked,
            boolean reposted,
            boolean bookmarked,
            boolean mayReply,
            boolean mayQuote,
            boolean following) {}

    /** The place in a thread of a post that is gone, or that is not for the viewer. */
    static PostView tombstone(PostRow row, Counts counts) {
        var place = row.place();
        return new PostView(
                row.id(),
                kind(row),
                null,
                null,
                Entities.NONE,
                null,
                false,
                null,
                null,
                null,
                null,
                place.replyTo(),
                null,
                root(place),
                place.rootVideo(),
                place.depth(),
                null,
                null,
                List.of(),
                null,
                null,
                new Counts(counts.replies(), 0, 0, 0),
                null,
                "deleted",
                null,
                null,
                null,
                row.version(),
                false,
                false,
                false,
                place.locked(),
                place.branchHidden());
    }

    static String kind(PostRow row) {
        return row.announcement() ? "announcement" : "post";
    }

    static Id root(PostRow.Place place) {
        var video = place.rootVideo();
        return video == null ? new PostId(place.root()) : video;
    }

    /** The version, and a digest of what changes without it: counts, names, what the viewer did. */
    public String etag() {
        return "\"" + version + "-" + Integer.toHexString(hashCode()) + "\"";
    }
}
