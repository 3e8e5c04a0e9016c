package com.socialflow.social.scheduled;

import com.socialflow.core.Page;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import com.socialflow.social.posts.DraftJson;
import com.socialflow.social.posts.PublishProblems;
import com.socialflow.social.rules.Surface;
import com.socialflow.social.views.PostView;
import com.socialflow.social.views.PostViews;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Posts of one's own that wait for their hour; made by publishing with an hour. */
@RestController
@RequestMapping("/api/v1/me/scheduled")
class ScheduledController {

    private final ScheduledPosts scheduled;
    private final ScheduledAccess access;
    private final ScheduledViews views;
    private final Publishing publishing;
    private final PostViews posts;
    private final JsonMapper json;

    ScheduledController(
            ScheduledPosts scheduled,
            ScheduledAccess access,
            ScheduledViews views,
            Publishing publishing,
            PostViews posts,
            JsonMapper json) {
        this.scheduled = scheduled;
        this.access = access;
        this.views = views;
        this.publishing = publishing;
        this.posts = posts;
        this.json = json;
    }

    @Permit(value = "scheduled-post.read", scope = "posts:read")
    @GetMapping
    ResponseEntity<PageView<ScheduledViews.View>> list(PageRequest page, Actor actor) {
        var found = scheduled.page(actor.account(), page.after(), page.limit());
        return PageView.of(new Page<>(views.of(found.items()), found.next()), view -> view);
    }

    @Permit(value = "scheduled-post.read", scope = "posts:read")
    @GetMapping("/{id}")
    ScheduledViews.View get(@PathVariable ScheduledId id, Actor actor) {
        return views.of(access.own(id, actor, "scheduled-post.read"));
    }

    /** A merge patch (RFC 7396) of what the composer sent, and of its hour ({@code scheduledAt}). */
    @Permit(value = "scheduled-post.edit", scope = "posts:write")
    @PatchMapping("/{id}")
    ScheduledViews.View edit(@PathVariable ScheduledId id, @RequestBody ObjectNode patch, Actor actor) {
        DraftJson.requireKnown(patch);
        var post = access.own(id, actor, "scheduled-post.edit");
        var at = DraftJson.scheduledAt(patch).orElse(null);
        var content = (ObjectNode) json.readTree(post.content());
        patch.remove(DraftJson.SCHEDULED_AT);
        patch.forEachEntry((field, value) -> {
            if (value.isNull()) {
                content.remove(field);
            } else {
                content.set(field, value);
            }
        });
        return views.of(scheduled.change(post, content, at));
    }

    @Permit(value = "scheduled-post.delete", scope = "posts:write")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable ScheduledId id, Actor actor) {
        if (!scheduled.delete(access.own(id, actor, "scheduled-post.delete"))) {
            throw Problem.notFound("scheduled-post");
        }
        return ResponseEntity.noContent().build();
    }

    /** Publishes it now. */
    @Permit(value = "scheduled-post.publish", scope = "posts:write")
    @PostMapping("/{id}/publication")
    ResponseEntity<PostView> publish(@PathVariable ScheduledId id, Actor actor) {
        var post = PublishProblems.id(publishing.publish(access.own(id, actor, "scheduled-post.publish")));
        var view = posts.one(post, Optional.of(actor), Surface.DIRECT_LINK).orElseThrow(() -> Problem.notFound("post"));
        return ResponseEntity.created(URI.create("/api/v1/posts/" + post))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(view);
    }
}
