package com.socialflow.social.posts;

import com.socialflow.core.PostId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.social.rules.Surface;
import com.socialflow.social.views.PostView;
import com.socialflow.social.views.PostViews;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/posts/{id}")
class OwnPostController {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Edits edits;
    private final OwnPosts own;
    private final PostViews views;

    OwnPostController(Edits edits, OwnPosts own, PostViews views) {
        this.edits = edits;
        this.own = own;
        this.views = views;
    }

    /** A JSON merge patch (RFC 7396) of what its author says. */
    @Permit(value = "post.edit", scope = "posts:write")
    @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, MERGE_PATCH})
    ResponseEntity<PostView> edit(
            @PathVariable PostId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ObjectNode patch,
            Actor actor) {
        done(edits.edit(id, actor, version(ifMatch), EditJson.parse(patch)), "only its author edits a post");
        var view = views.one(id, Optional.of(actor), Surface.DIRECT_LINK).orElseThrow(() -> Problem.notFound("post"));
        return ResponseEntity.ok().eTag(view.etag()).body(view);
    }

    /** What a post said, and said before. */
    record History(List<VersionView> items) {}

    @Permit(value = "post.read", scope = "posts:read")
    @GetMapping("/history")
    History history(@PathVariable PostId id, Optional<Actor> actor) {
        return new History(edits.history(id, actor).orElseThrow(() -> Problem.notFound("post")));
    }

    @Permit(value = "post.delete", scope = "posts:write")
    @DeleteMapping
    ResponseEntity<Void> delete(@PathVariable PostId id, Actor actor) {
        return done(own.delete(id, actor), "only its author deletes a post");
    }

    @Permit(value = "post.revoke-quote", scope = "posts:write")
    @DeleteMapping("/quotes/{quoting}")
    ResponseEntity<Void> revokeQuote(@PathVariable PostId id, @PathVariable PostId quoting, Actor actor) {
        return done(own.revokeQuote(id, quoting, actor), "only its author takes a post out of a quote");
    }

    @Permit(value = "post.pin", scope = "posts:write")
    @PutMapping("/pin")
    ResponseEntity<Void> pin(@PathVariable PostId id, Actor actor) {
        return pinned(own.pin(id, actor, true));
    }

    @Permit(value = "post.pin", scope = "posts:write")
    @DeleteMapping("/pin")
    ResponseEntity<Void> unpin(@PathVariable PostId id, Actor actor) {
        return pinned(own.pin(id, actor, false));
    }

    private static ResponseEntity<Void> pinned(Pinning.PinOutcome outcome) {
        return switch (outcome) {
            case DONE -> ResponseEntity.noContent().build();
            case NOT_FOUND -> throw Problem.notFound("post");
            case REFUSED -> throw Problem.forbidden("only its author pins a post");
            case TOO_MANY ->
                throw Problem.unprocessable("too-many-pinned", "at most %d posts are pinned", Pinning.PINNED_MAX);
        };
    }

    private static ResponseEntity<Void> done(ChangeOutcome outcome, String refusal) {
        return switch (outcome) {
            case ChangeOutcome.Changed() -> ResponseEntity.noContent().build();
            case ChangeOutcome.NotFound() -> throw Problem.notFound("post");
            case ChangeOutcome.Refused() -> throw Problem.forbidden(refusal);
            case ChangeOutcome.ChangedMeanwhile() ->
                throw Problem.of(412, "changed-meanwhile", "the post changed since you read it: read it again");
        };
    }

    /** The version in an entity tag that {@link PostView#etag} wrote; one that it can't have written matches none. */
    private static OptionalLong version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        var tag = ifMatch.strip();
        var dash = tag.indexOf('-');
        try {
            return OptionalLong.of(Long.parseLong(tag, 1, dash < 0 ? tag.length() - 1 : dash, 10));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return OptionalLong.of(-1);
        }
    }
}
