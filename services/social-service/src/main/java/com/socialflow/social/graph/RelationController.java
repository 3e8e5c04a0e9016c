package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.core.Page;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import com.socialflow.social.graph.FollowStore.Entry;
import com.socialflow.social.people.AccountCard;
import com.socialflow.social.people.AccountCards;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class RelationController {

    /** As many as a page of a list shows. */
    private static final int ASKED_MAX = PageRequest.LIMIT_MAX;

    /** What a person's page says beside the profile. */
    record SocialView(
            long followers,
            long following,
            long posts,
            @Nullable Relation relation) {}

    record RelationsView(List<Relation> items) {}

    private final Relations relations;
    private final Tallies tallies;
    private final AccountCards cards;

    RelationController(Relations relations, Tallies tallies, AccountCards cards) {
        this.relations = relations;
        this.tallies = tallies;
        this.cards = cards;
    }

    @Permit(value = "relation.list", scope = "profile:read")
    @GetMapping("/me/relations")
    RelationsView relations(@RequestParam List<AccountId> accounts, Actor actor) {
        if (accounts.size() > ASKED_MAX) {
            throw Problem.badRequest("too-many-accounts", "at most %d accounts at once", ASKED_MAX);
        }
        return new RelationsView(relations.of(actor.account(), accounts));
    }

    /** Of somebody whom the viewer blocks too, so that there is a way back. */
    @Permit(value = "account.social", scope = "profile:read")
    @GetMapping("/accounts/{id}/social")
    SocialView social(@PathVariable AccountId id, Optional<Actor> actor) {
        var viewer = actor.map(Actor::account);
        if (!relations.visible(id, viewer)) {
            throw Problem.notFound("account");
        }
        var counts = tallies.of(Set.of(id)).getOrDefault(id.value(), Map.of());
        var relation = viewer.filter(account -> !account.equals(id))
                .map(account -> relations.of(account, List.of(id)).getFirst())
                .orElse(null);
        return new SocialView(
                counts.getOrDefault(Tally.FOLLOWERS, 0L),
                counts.getOrDefault(Tally.FOLLOWING, 0L),
                counts.getOrDefault(Tally.POSTS, 0L),
                relation);
    }

    @Permit(value = "follow.list", scope = "profile:read")
    @GetMapping("/accounts/{id}/followers")
    ResponseEntity<PageView<AccountCard>> followers(
            @PathVariable AccountId id, PageRequest page, Optional<Actor> actor) {
        return shown(relations.followers(id, actor.map(Actor::account), page.after(), page.limit()));
    }

    @Permit(value = "follow.list", scope = "profile:read")
    @GetMapping("/accounts/{id}/following")
    ResponseEntity<PageView<AccountCard>> following(
            @PathVariable AccountId id, PageRequest page, Optional<Actor> actor) {
        return shown(relations.following(id, actor.map(Actor::account), page.after(), page.limit()));
    }

    private ResponseEntity<PageView<AccountCard>> shown(Optional<Page<Entry>> page) {
        return PageView.of(EntryCards.of(page.orElseThrow(() -> Problem.notFound("account")), cards), card -> card);
    }
}
