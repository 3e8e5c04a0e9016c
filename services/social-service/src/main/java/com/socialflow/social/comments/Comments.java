package com.socialflow.social.comments;

import com.socialflow.core.AccountId;
import com.socialflow.core.Page;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.social.comments.CommentStore.Placed;
import com.socialflow.social.rules.Surface;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import com.socialflow.social.threads.Sort;
import com.socialflow.social.videos.KnownVideo;
import com.socialflow.social.videos.KnownVideos;
import com.socialflow.social.views.PostView;
import com.socialflow.social.views.PostViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reading what was said about a video. Not inside a transaction: showing may have to call. */
@Component
class Comments {

    /** Answers shown below a comment before somebody opens them. */
    private static final int REPLIES = 2;

    private final CommentStore store;
    private final KnownVideos videos;
    private final PostViews views;
    private final CommentAccess access;
    private final Tallies tallies;

    Comments(CommentStore store, KnownVideos videos, PostViews views, CommentAccess access, Tallies tallies) {
        this.store = store;
        this.videos = videos;
        this.views = views;
        this.access = access;
        this.tallies = tallies;
    }

    /** What was said about the video directly, the pinned comment first; empty when it is hidden from the viewer. */
    Optional<Page<CommentView>> of(VideoId id, Optional<Actor> viewer, Sort sort, PageRequest page) {
        return videos.find(id, viewer.map(Actor::account)).map(video -> shown(page(video, viewer, sort, page), viewer));
    }

    private Page<PostId> page(KnownVideo video, Optional<Actor> viewer, Sort sort, PageRequest page) {
        var account = viewer.map(Actor::account);
        var after = page.after().positionOr(sort.start());
        var held = access.mayCurate(viewer, video.id(), video.owner());
        var rows = store.direct(video.id(), sort, new CommentStore.Reader(account, held), after, page.limit() + 1);
        var found = Page.cut(rows, page.limit(), Placed::position).map(Placed::id);
        if (page.after().position().isPresent()) {
            return found;
        }
        var first = new ArrayList<PostId>();
        store.pinned(video.id()).ifPresent(first::add);
        first.addAll(found.items());
        return new Page<>(first, found.next());
    }

    private Page<CommentView> shown(Page<PostId> page, Optional<Actor> viewer) {
        var replies = store.replies(page.items(), REPLIES);
        var ids = new ArrayList<>(page.items());
        replies.values().forEach(ids::addAll);
        Map<PostId, PostView> shown = views.of(ids, viewer, Surface.THREAD).stream()
                .collect(Collectors.toMap(PostView::id, Function.identity()));
        var comments = page.items().stream()
                .map(shown::get)
                .filter(Objects::nonNull)
                .map(comment -> new CommentView(comment, below(comment, replies, shown)))
                .filter(comment -> !gone(comment.post()) || !comment.replies().isEmpty())
                .toList();
        return new Page<>(comments, page.next());
    }

    /** A branch that is closed shows nothing of what is in it. */
    private static List<PostView> below(
            PostView comment, Map<PostId, List<PostId>> replies, Map<PostId, PostView> shown) {
        if (comment.collapsed() != null) {
            return List.of();
        }
        return replies.getOrDefault(comment.id(), List.of()).stream()
                .map(shown::get)
                .filter(reply -> reply != null && !gone(reply))
                .toList();
    }

    private static boolean gone(PostView view) {
        return view.author() == null && view.text() == null;
    }

    /** How many comments there are on a video that the viewer sees, answers to comments among them. */
    long count(VideoId video) {
        return tallies.of(List.of(video)).getOrDefault(video.value(), Map.of()).getOrDefault(Tally.REPLIES, 0L);
    }

    /** What waits for a review of this owner of videos, the newest first. */
    Page<PostView> held(Actor owner, PageRequest page) {
        AccountId account = owner.account();
        var ids = store.held(account, page.after().positionOr(Long.MAX_VALUE), page.limit() + 1);
        var found = Page.cut(ids, page.limit(), PostId::value);
        return new Page<>(views.of(found.items(), Optional.of(owner), Surface.DIRECT_LINK), found.next());
    }
}
