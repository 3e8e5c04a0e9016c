package com.socialflow.social.suggestions;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.social.people.AccountCard;
import com.socialflow.social.people.AccountCards;
import com.socialflow.social.people.People;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/suggestions")
class SuggestionController {

    record SuggestionsView(List<AccountCard> items) {}

    private final Suggestions suggestions;
    private final AccountCards cards;
    private final People people;

    SuggestionController(Suggestions suggestions, AccountCards cards, People people) {
        this.suggestions = suggestions;
        this.cards = cards;
        this.people = people;
    }

    /** One page: whoever wants others follows some of them, or dismisses them. */
    @Permit(value = "suggestion.list", scope = "profile:read")
    @GetMapping
    SuggestionsView list(PageRequest page, Actor actor) {
        return new SuggestionsView(cards.of(suggestions.of(actor.account(), page.limit())));
    }

    @Permit(value = "suggestion.dismiss", scope = "profile:write")
    @PostMapping("/{account}/dismissal")
    ResponseEntity<Void> dismiss(@PathVariable AccountId account, Actor actor) {
        if (people.find(account).isEmpty()) {
            throw Problem.notFound("account");
        }
        if (!suggestions.dismiss(actor.account(), account)) {
            throw Problem.unprocessable(
                    "dismissals-full", "you dismissed %d people already", Suggestions.DISMISSALS_MAX);
        }
        return ResponseEntity.noContent().build();
    }
}
