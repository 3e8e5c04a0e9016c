package com.socialflow.social.timelines;

import com.socialflow.core.AccountId;
import com.socialflow.core.Page;
import com.socialflow.platform.auth.Actor;
import com.socialflow.social.rules.Surface;
import com.socialflow.social.views.Entry;
import com.socialflow.social.views.EntryView;
import com.socialflow.social.views.PostViews;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every timeline but home: each is what one query says, less what the rules hide. */
@Component
class Timelines {

    private final TimelineStore store;
    private final WayStore ways;
    private final PostViews views;
    private final Clock clock;

    Timelines(TimelineStore store, WayStore ways, PostViews views, Clock clock) {
        this.store = store;
        this.ways = ways;
        this.views = views;
        this.clock = clock;
    }

    /** What the members of the reader's list post and repost; empty when it is nobody's or somebody else's. */
    Optional<TimelinePage> list(long list, Actor reader, Asked asked) {
        return store.owner(list)
                .filter(reader.account()::equals)
                .map(_ -> page(
                        (reach, limit) -> Slice.ofWays(ways.list(list, reach, limit), limit, reach),
                        asked,
                        Optional.of(reader),
                        Surface.HOME));
    }

    /** Somebody's page; what is pinned comes first on its first page. */
    TimelinePage account(AccountId author, AccountFilter filter, Optional<Actor> viewer, Asked asked) {
        var page = page(
                (reach, limit) -> Slice.of(
                        switch (filter) {
                            case POSTS -> store.posts(author, reach, limit);
                            case POSTS_AND_REPLIES -> store.postsAndReplies(author, reach, limit);
                            case MEDIA -> store.media(author, reach, limit);
                            case VIDEOS -> store.videosOf(author, reach, limit);
                        },
                        limit,
                        reach),
                asked,
                viewer,
                Surface.PROFILE);
        return filter == AccountFilter.POSTS && asked.isFirst() ? withPinned(author, viewer, page) : page;
    }

    private TimelinePage withPinned(AccountId author, Optional<Actor> viewer, TimelinePage page) {
        var pinned = store.pinned(author);
        if (pinned.isEmpty()) {
            return page;
        }
        var all = new ArrayList<EntryView>(views.entries(pinned, viewer, Surface.PROFILE));
        all.addAll(page.page().items());
        return new TimelinePage(new Page<>(all, page.page().next()), page.newest());
    }

    TimelinePage hashtag(String tag, Optional<Actor> viewer, Asked asked) {
        return page(
                (reach, limit) -> Slice.of(store.hashtag(tag, reach, limit), limit, reach),
                asked,
                viewer,
                Surface.HASHTAG);
    }

    /** Everybody's posts for everybody. */
    TimelinePage open(Optional<Actor> viewer, Asked asked) {
        return page((reach, limit) -> Slice.of(store.open(reach, limit), limit, reach), asked, viewer, Surface.PUBLIC);
    }

    /** The videos of people whom the reader follows. */
    TimelinePage videos(Actor reader, Asked asked) {
        return page(
                (reach, limit) -> Slice.of(store.videos(reader.account(), reach, limit), limit, reach),
                asked,
                Optional.of(reader),
                Surface.HOME);
    }

    private TimelinePage page(Filling.Source source, Asked asked, Optional<Actor> viewer, Surface surface) {
        var page = Filling.fill(
                source, asked.reach(), asked.limit(), (List<Entry> entries) -> views.entries(entries, viewer, surface));
        return new TimelinePage(page, Positions.complete(clock));
    }
}
