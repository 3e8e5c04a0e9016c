package com.socialflow.social.posts;

import com.socialflow.core.PostId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.social.rules.Surface;
import com.socialflow.social.views.PostView;
import com.socialflow.social.views.PostViews;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/posts")
class PostController {

    private static final String PRIVATE = "private, no-cache";

    private final Posts posts;
    private final PostViews views;
    private final ObjectProvider<Scheduling> scheduling;

    PostController(Posts posts, PostViews views, ObjectProvider<Scheduling> scheduling) {
        this.posts = posts;
        this.views = views;
        this.scheduling = scheduling;
    }

    /** Publishes at once, or keeps the post until its hour has come (202). */
    @Permit(value = "post.publish", scope = "posts:write")
    @Limited(RouteClass.POSTS)
    @PostMapping
    ResponseEntity<Object> publish(@RequestBody ObjectNode body, Actor actor) {
        var draft = DraftJson.parse(body);
        var at = DraftJson.scheduledAt(body).orElse(null);
        if (at != null) {
            var later = scheduling.getIfAvailable();
            if (later == null) {
                throw Problem.unprocessable("not-scheduled", "posts are published at once here");
            }
            body.remove(DraftJson.SCHEDULED_AT);
            // Said here, since answers that nobody may keep are not given again to the same Idempotency-Key.
            return ResponseEntity.accepted()
                    .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
                    .body(later.schedule(actor.account(), body, at));
        }
        var id = PublishProblems.id(posts.publish(actor.account(), draft));
        var view = view(id, Optional.of(actor));
        return ResponseEntity.created(URI.create("/api/v1/posts/" + id))
                .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
                .eTag(view.etag())
                .body(view);
    }

    @Permit(value = "post.read", scope = "posts:read")
    @GetMapping("/{id}")
    ResponseEntity<PostView> get(@PathVariable PostId id, Optional<Actor> actor) {
        var view = view(id, actor);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
                .eTag(view.etag())
                .body(view);
    }

    private PostView view(PostId id, Optional<Actor> viewer) {
        return views.one(id, viewer, Surface.DIRECT_LINK).orElseThrow(() -> Problem.notFound("post"));
    }
}
