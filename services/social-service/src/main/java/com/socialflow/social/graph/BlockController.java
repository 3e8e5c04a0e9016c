package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import com.socialflow.social.people.AccountCard;
import com.socialflow.social.people.AccountCards;
import com.socialflow.social.people.People;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class BlockController {

    private final Blocks blocks;
    private final People people;
    private final AccountCards cards;

    BlockController(Blocks blocks, People people, AccountCards cards) {
        this.blocks = blocks;
        this.people = people;
        this.cards = cards;
    }

    /** Who blocks a person may block back, without having learned of it. */
    @Permit(value = "block.put", scope = "profile:write")
    @PutMapping("/accounts/{id}/block")
    ResponseEntity<Void> block(@PathVariable AccountId id, Actor actor) {
        var blocker = actor.account();
        if (id.equals(blocker)) {
            throw Problem.unprocessable("oneself", "nobody blocks himself or herself");
        }
        if (!people.find(Set.of(blocker, id)).containsKey(id)) {
            throw Problem.notFound("account");
        }
        return switch (blocks.block(blocker, id)) {
            case Blocks.BlockOutcome.Blocked() -> ResponseEntity.noContent().build();
            case Blocks.BlockOutcome.NotFound() -> throw Problem.notFound("account");
            case Blocks.BlockOutcome.TooMany() ->
                throw Problem.unprocessable("blocks-too-many", "you block %d people already", Blocks.BLOCKS_MAX);
        };
    }

    @Permit(value = "block.remove", scope = "profile:write")
    @DeleteMapping("/accounts/{id}/block")
    ResponseEntity<Void> unblock(@PathVariable AccountId id, Actor actor) {
        blocks.unblock(actor.account(), id);
        return ResponseEntity.noContent().build();
    }

    @Permit(value = "block.list", scope = "profile:read")
    @GetMapping("/me/blocks")
    ResponseEntity<PageView<AccountCard>> blocked(PageRequest page, Actor actor) {
        return PageView.of(EntryCards.of(blocks.of(actor.account(), page.after(), page.limit()), cards), card -> card);
    }
}
