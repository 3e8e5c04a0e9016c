package com.socialflow.social.comments;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.social.graph.Graph;
import com.socialflow.social.posts.CommentRules;
import com.socialflow.social.text.PostText;
import com.socialflow.social.videos.KnownVideo;
import com.socialflow.social.videos.KnownVideos;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What becomes of a new comment, by what the video's owner said. */
@Component
class VideoCommentRules implements CommentRules {

    private final KnownVideos videos;
    private final CommentSettings settings;
    private final Graph graph;

    VideoCommentRules(KnownVideos videos, CommentSettings settings, Graph graph) {
        this.videos = videos;
        this.settings = settings;
        this.graph = graph;
    }

    @Override
    public Verdict on(VideoId id, AccountId author, PostText text) {
        var viewer = Optional.of(author);
        var video = videos.find(id, viewer).orElse(null);
        if (video == null) {
            return new Verdict.NotFound();
        }
        var mode = settings.mode(video);
        // To whom the owner does not want to listen, it looks as if nobody commented.
        if (mode == CommentMode.CLOSED
                || graph.ties(viewer, List.of(video.owner())).apart(video.owner())) {
            return new Verdict.Closed();
        }
        return !author.equals(video.owner()) && holds(video, mode, text)
                ? new Verdict.Held(video.owner())
                : new Verdict.Open(video.owner());
    }

    private boolean holds(KnownVideo video, CommentMode mode, PostText text) {
        return mode == CommentMode.HOLD_ALL
                || (mode == CommentMode.HOLD_LINKS && text.hasLinks())
                || settings.words(video.owner()).in(text.value());
    }
}
