package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import com.socialflow.social.people.AccountCard;
import com.socialflow.social.people.AccountCards;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/follow-requests")
class FollowRequestController {

    private final FollowRequests requests;
    private final AccountCards cards;

    FollowRequestController(FollowRequests requests, AccountCards cards) {
        this.requests = requests;
        this.cards = cards;
    }

    @Permit(value = "follow-request.list", scope = "profile:read")
    @GetMapping
    ResponseEntity<PageView<AccountCard>> list(PageRequest page, Actor actor) {
        return PageView.of(
                EntryCards.of(requests.of(actor.account(), page.after(), page.limit()), cards), card -> card);
    }

    @Permit(value = "follow-request.answer", scope = "profile:write")
    @PostMapping("/{account}/acceptance")
    ResponseEntity<Void> accept(@PathVariable AccountId account, Actor actor) {
        if (!requests.accept(actor.account(), account)) {
            throw Problem.notFound("follow-request");
        }
        return ResponseEntity.noContent().build();
    }

    @Permit(value = "follow-request.answer", scope = "profile:write")
    @DeleteMapping("/{account}")
    ResponseEntity<Void> reject(@PathVariable AccountId account, Actor actor) {
        if (!requests.reject(actor.account(), account)) {
            throw Problem.notFound("follow-request");
        }
        return ResponseEntity.noContent().build();
    }
}
