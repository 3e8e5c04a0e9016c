package com.socialflow.social.cards;

import com.socialflow.core.PostId;
import com.socialflow.platform.fetch.WebAddress;
import com.socialflow.platform.images.ImageSizes;
import com.socialflow.social.views.CardView;
import com.socialflow.social.views.Completions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Which post shows a preview of which link: of its first one. */
@Component
public class Cards implements Completions.Cards {

    /** Pixels at most in width and height: fills a column of text. */
    static final int PICTURE = 640;

    static final ImageSizes PICTURES = new ImageSizes.Fit(List.of(PICTURE));

    /** How long what a page said is shown before a new post has it asked again. */
    static final Duration KEPT = Duration.ofDays(7);

    /** How long a page that gave nothing is left alone. */
    static final Duration FAILURE_KEPT = Duration.ofDays(1);

    private final CardStore store;
    private final CardFetching fetching;
    private final JsonMapper json;
    private final Clock clock;

    Cards(CardStore store, CardFetching fetching, JsonMapper json, Clock clock) {
        this.store = store;
        this.fetching = fetching;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Map<PostId, CardView> of(Collection<PostId> posts) {
        return store.ofPosts(posts);
    }

    /** Has the post show what its first link leads to, as the post is now. */
    @Transactional
    public void follow(PostId post) {
        var link = store.entities(post).flatMap(this::firstLink);
        if (link.isEmpty()) {
            store.disconnect(post);
            return;
        }
        var now = clock.instant();
        store.connect(post, store.want(link.get(), now, now.minus(KEPT), now.minus(FAILURE_KEPT)));
        fetching.afterCommit();
    }

    /** The post shows nothing any more. */
    @Transactional
    void forget(PostId post) {
        store.disconnect(post);
    }

    /** Mentions beside it hold ids, which are written as text and cannot be read back: only links are looked at. */
    private Optional<String> firstLink(String entities) {
        return json.readTree(entities)
                .valueStream()
                .filter(entity -> entity.path("type").asString().equals("link"))
                .findFirst()
                .map(entity -> entity.path("url").asString())
                .flatMap(WebAddress::parse)
                .map(URI::toString)
                // In ASCII it is longer.
                .filter(url -> url.length() <= WebAddress.LENGTH_MAX);
    }
}
