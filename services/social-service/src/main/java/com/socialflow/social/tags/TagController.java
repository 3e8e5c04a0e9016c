package com.socialflow.social.tags;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class TagController {

    /** Trends that are shown: as many as fit beside a timeline, twice. */
    private static final int SHOWN_MAX = 20;

    private final Tags tags;
    private final TagFollows follows;
    private final Trends trends;

    TagController(Tags tags, TagFollows follows, Trends trends) {
        this.tags = tags;
        this.follows = follows;
        this.trends = trends;
    }

    /** What everybody may see of a trend. */
    record TrendView(String tag, int people, int posts, List<Integer> history) {

        static TrendView of(Trend trend) {
            return new TrendView(trend.tag(), trend.people(), trend.posts(), trend.history());
        }
    }

    /** A hashtag in a list. */
    record TagView(String tag) {}

    /** What a moderator says of a hashtag. */
    record Review(boolean allowed) {}

    /** {@code #trending} and {@code #suggestions} are asked for with their sign, written {@code %23}. */
    @Permit(value = "tag.read", scope = "posts:read")
    @GetMapping("/tags/{tag}")
    Tags.TagFacts get(@PathVariable String tag, Optional<Actor> actor) {
        return tags.facts(Tag.parse(tag), actor.map(Actor::account));
    }

    @Permit(value = "tag.follow", scope = "profile:write")
    @PutMapping("/tags/{tag}/follow")
    ResponseEntity<Void> follow(@PathVariable String tag, Actor actor) {
        if (!follows.follow(actor.account(), Tag.parse(tag))) {
            throw Problem.unprocessable(
                    "too-many-tags", "you follow %d hashtags: leave one out first", TagFollows.FOLLOWED_MAX);
        }
        return ResponseEntity.noContent().build();
    }

    @Permit(value = "tag.follow", scope = "profile:write")
    @DeleteMapping("/tags/{tag}/follow")
    ResponseEntity<Void> unfollow(@PathVariable String tag, Actor actor) {
        follows.unfollow(actor.account(), Tag.parse(tag));
        return ResponseEntity.noContent().build();
    }

    @Permit(value = "tag.list-followed", scope = "profile:read")
    @GetMapping("/me/followed-tags")
    ResponseEntity<PageView<TagView>> followed(PageRequest page, Actor actor) {
        return PageView.of(follows.page(actor.account(), page.after(), page.limit()), TagView::new);
    }

    @Permit(value = "tag.read", scope = "posts:read")
    @GetMapping("/tags/trending")
    PageView<TrendView> trending() {
        return new PageView<>(
                trends.shown(SHOWN_MAX).stream().map(TrendView::of).toList(), null);
    }

    @Permit(value = "tag.read", scope = "posts:read")
    @GetMapping("/tags/suggestions")
    PageView<TagView> suggestions(@RequestParam String query) {
        return new PageView<>(
                tags.beginning(Tag.parse(query)).stream().map(TagView::new).toList(), null);
    }

    @Permit(value = "admin.trends.list", scope = "admin:read")
    @GetMapping("/admin/tags/trending")
    PageView<Trend> all() {
        return new PageView<>(trends.all(), null);
    }

    @Permit(value = "admin.trends.review", scope = "admin:write")
    @PutMapping("/admin/tags/{tag}/review")
    ResponseEntity<Void> review(@PathVariable String tag, @RequestBody Review review) {
        if (!tags.review(Tag.parse(tag), review.allowed())) {
            throw Problem.notFound("hashtag");
        }
        return ResponseEntity.noContent().build();
    }
}
