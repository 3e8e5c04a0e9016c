package com.socialflow.social.timelines;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.social.text.Hashtags;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/timelines")
class TimelineController {

    private final HomeTimeline home;
    private final Timelines timelines;
    private final PageOwners owners;

    TimelineController(HomeTimeline home, Timelines timelines, PageOwners owners) {
        this.home = home;
        this.timelines = timelines;
        this.owners = owners;
    }

    @Permit(value = "timeline.read-own", scope = "posts:read")
    @GetMapping("/home")
    ResponseEntity<TimelineView> home(
            PageRequest page, @RequestParam(required = false) @Nullable String since, Actor actor) {
        return TimelineView.of(home.page(actor, Asked.of(page, since)));
    }

    @Permit(value = "timeline.read-own", scope = "posts:read")
    @GetMapping("/lists/{id}")
    ResponseEntity<TimelineView> list(
            @PathVariable String id,
            PageRequest page,
            @RequestParam(required = false) @Nullable String since,
            Actor actor) {
        return timelines
                .list(listId(id), actor, Asked.of(page, since))
                .map(TimelineView::of)
                .orElseThrow(() -> Problem.notFound("list"));
    }

    @Permit(value = "timeline.read", scope = "posts:read")
    @GetMapping("/accounts/{id}")
    ResponseEntity<TimelineView> account(
            @PathVariable AccountId id,
            @RequestParam(defaultValue = "posts") String filter,
            PageRequest page,
            @RequestParam(required = false) @Nullable String since,
            Optional<Actor> actor) {
        var wanted = AccountFilter.of(filter);
        if (!owners.mayBeSeen(id, actor)) {
            throw Problem.notFound("account");
        }
        return TimelineView.of(timelines.account(id, wanted, actor, Asked.of(page, since)));
    }

    @Permit(value = "timeline.read", scope = "posts:read")
    @GetMapping("/hashtags/{tag}")
    ResponseEntity<TimelineView> hashtag(
            @PathVariable String tag,
            PageRequest page,
            @RequestParam(required = false) @Nullable String since,
            Optional<Actor> actor) {
        var folded = Hashtags.fold(tag).orElseThrow(() -> Problem.notFound("hashtag"));
        return TimelineView.of(timelines.hashtag(folded, actor, Asked.of(page, since)));
    }

    @Permit(value = "timeline.read", scope = "posts:read")
    @GetMapping("/public")
    ResponseEntity<TimelineView> open(
            PageRequest page, @RequestParam(required = false) @Nullable String since, Optional<Actor> actor) {
        return TimelineView.of(timelines.open(actor, Asked.of(page, since)));
    }

    @Permit(value = "timeline.read-own", scope = "posts:read")
    @GetMapping("/videos")
    ResponseEntity<TimelineView> videos(
            PageRequest page, @RequestParam(required = false) @Nullable String since, Actor actor) {
        return TimelineView.of(timelines.videos(actor, Asked.of(page, since)));
    }

    private static long listId(String text) {
        try {
            return Ids.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("list");
        }
    }
}
