package com.socialflow.social.people;

import com.socialflow.core.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes cards of ids, in their order; whom nobody is to see is left out. Not inside a transaction: it may call. */
@Component
public class AccountCards {

    private final People people;

    AccountCards(People people) {
        this.people = people;
    }

    /** Cards of at most 200 people. */
    public List<AccountCard> of(Collection<AccountId> accounts) {
        var found = people.find(accounts);
        return accounts.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(AccountCard::of)
                .toList();
    }
}
