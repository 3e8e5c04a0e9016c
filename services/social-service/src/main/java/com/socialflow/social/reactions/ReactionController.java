package com.socialflow.social.reactions;

import com.socialflow.core.PostId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import com.socialflow.social.people.AccountCard;
import com.socialflow.social.views.PostView;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ReactionController {

    private final Reactions reactions;
    private final ReactionLists lists;

    ReactionController(Reactions reactions, ReactionLists lists) {
        this.reactions = reactions;
        this.lists = lists;
    }

    @Permit(value = "post.like", scope = "posts:write")
    @PutMapping("/posts/{id}/like")
    ResponseEntity<Void> like(@PathVariable PostId id, Actor actor) {
        return answer(reactions.add(Reaction.LIKE, id, actor.account()));
    }

    @Permit(value = "post.like", scope = "posts:write")
    @DeleteMapping("/posts/{id}/like")
    ResponseEntity<Void> takeLikeBack(@PathVariable PostId id, Actor actor) {
        return answer(reactions.takeBack(Reaction.LIKE, id, actor.account()));
    }

    @Permit(value = "post.repost", scope = "posts:write")
    @PutMapping("/posts/{id}/repost")
    ResponseEntity<Void> repost(@PathVariable PostId id, Actor actor) {
        return answer(reactions.add(Reaction.REPOST, id, actor.account()));
    }

    @Permit(value = "post.repost", scope = "posts:write")
    @DeleteMapping("/posts/{id}/repost")
    ResponseEntity<Void> takeRepostBack(@PathVariable PostId id, Actor actor) {
        return answer(reactions.takeBack(Reaction.REPOST, id, actor.account()));
    }

    @Permit(value = "post.bookmark", scope = "posts:write")
    @PutMapping("/posts/{id}/bookmark")
    ResponseEntity<Void> bookmark(@PathVariable PostId id, Actor actor) {
        return answer(reactions.add(Reaction.BOOKMARK, id, actor.account()));
    }

    @Permit(value = "post.bookmark", scope = "posts:write")
    @DeleteMapping("/posts/{id}/bookmark")
    ResponseEntity<Void> forget(@PathVariable PostId id, Actor actor) {
        return answer(reactions.takeBack(Reaction.BOOKMARK, id, actor.account()));
    }

    @Permit(value = "post.list-reactions", scope = "posts:read")
    @GetMapping("/posts/{id}/likes")
    ResponseEntity<PageView<AccountCard>> likes(@PathVariable PostId id, PageRequest page, Optional<Actor> actor) {
        return people(Reaction.LIKE, id, page, actor);
    }

    @Permit(value = "post.list-reactions", scope = "posts:read")
    @GetMapping("/posts/{id}/reposts")
    ResponseEntity<PageView<AccountCard>> reposts(@PathVariable PostId id, PageRequest page, Optional<Actor> actor) {
        return people(Reaction.REPOST, id, page, actor);
    }

    @Permit(value = "post.list-reactions", scope = "posts:read")
    @GetMapping("/posts/{id}/quotes")
    ResponseEntity<PageView<PostView>> quotes(@PathVariable PostId id, PageRequest page, Optional<Actor> actor) {
        return PageView.of(lists.quotes(id, actor, page).orElseThrow(() -> Problem.notFound("post")), view -> view);
    }

    @Permit(value = "post.list-bookmarks", scope = "posts:read")
    @GetMapping("/me/bookmarks")
    ResponseEntity<PageView<PostView>> bookmarks(PageRequest page, Actor actor) {
        return PageView.of(lists.own(Reaction.BOOKMARK, actor, page), view -> view);
    }

    @Permit(value = "post.list-likes", scope = "posts:read")
    @GetMapping("/me/likes")
    ResponseEntity<PageView<PostView>> ownLikes(PageRequest page, Actor actor) {
        return PageView.of(lists.own(Reaction.LIKE, actor, page), view -> view);
    }

    private ResponseEntity<PageView<AccountCard>> people(
            Reaction reaction, PostId id, PageRequest page, Optional<Actor> actor) {
        return PageView.of(
                lists.people(reaction, id, actor.map(Actor::account), page).orElseThrow(() -> Problem.notFound("post")),
                card -> card);
    }

    private static ResponseEntity<Void> answer(Reactions.Outcome outcome) {
        return switch (outcome) {
            case DONE -> ResponseEntity.noContent().build();
            case NOT_FOUND -> throw Problem.notFound("post");
            case REFUSED -> throw Problem.of(403, "repost-not-allowed", "what is for followers alone is not reposted");
        };
    }
}
