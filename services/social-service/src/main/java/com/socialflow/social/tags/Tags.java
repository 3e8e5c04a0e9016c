package com.socialflow.social.tags;

import com.socialflow.core.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is known of hashtags. */
@Component
class Tags {

    /** Posts are counted so far; beyond it a page says that there are more. */
    static final int POSTS_COUNTED_MAX = 10_000;

    private static final Duration LATELY = Duration.ofDays(7);
    private static final int SUGGESTED_MAX = 10;

    private final TagStore store;
    private final TagFollows follows;
    private final Trends trends;
    private final Clock clock;

    Tags(TagStore store, TagFollows follows, Trends trends, Clock clock) {
        this.store = store;
        this.follows = follows;
        this.trends = trends;
        this.clock = clock;
    }

    /**
     * A hashtag's page.
     *
     * @param posts public ones with it, counted up to {@link #POSTS_COUNTED_MAX}
     * @param more whether there are more than were counted
     */
    record TagFacts(String tag, int posts, boolean more, boolean following, boolean trending) {}

    /** Of a hashtag that nobody used there is a page as well: somebody may be the first. */
    TagFacts facts(Tag tag, Optional<AccountId> viewer) {
        var posts = store.posts(tag, POSTS_COUNTED_MAX + 1);
        return new TagFacts(
                tag.value(),
                Math.min(posts, POSTS_COUNTED_MAX),
                posts > POSTS_COUNTED_MAX,
                viewer.isPresent() && follows.of(viewer.get()).contains(tag.value()),
                trends.shown(Integer.MAX_VALUE).stream()
                        .anyMatch(trend -> trend.tag().equals(tag.value())));
    }

    /** Hashtags that begin so, for whoever is typing one. */
    List<String> beginning(Tag prefix) {
        return store.beginning(prefix.value(), clock.instant().minus(LATELY), SUGGESTED_MAX);
    }

    /** Says whether the hashtag may trend and be suggested; false when nobody ever used it. */
    boolean review(Tag tag, boolean allowed) {
        return store.review(tag, allowed);
    }
}
