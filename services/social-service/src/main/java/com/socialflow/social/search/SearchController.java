package com.socialflow.social.search;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.social.people.AccountCard;
import com.socialflow.social.people.AccountCards;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts")
class SearchController {

    /** In UTF-16 units: longer than any name. */
    private static final int QUERY_MAX = 100;

    record PeopleFound(List<AccountCard> items) {}

    private final PeopleSearch people;
    private final AccountCards cards;

    SearchController(PeopleSearch people, AccountCards cards) {
        this.people = people;
        this.cards = cards;
    }

    /** One page: whoever looks for somebody else types another letter. */
    @Permit(value = "account.search", scope = "profile:read")
    @GetMapping("/search")
    PeopleFound search(@RequestParam String query, PageRequest page, Actor actor) {
        var beginning = query.strip();
        if (beginning.startsWith("@")) {
            beginning = beginning.substring(1);
        }
        if (beginning.isEmpty() || beginning.length() > QUERY_MAX || beginning.indexOf('\0') >= 0) {
            throw Problem.badRequest("bad-query", "a query has 1 to %d characters", QUERY_MAX);
        }
        return new PeopleFound(cards.of(people.find(actor.account(), beginning, page.limit())));
    }
}
