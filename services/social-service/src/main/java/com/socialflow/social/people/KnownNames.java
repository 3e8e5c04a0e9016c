package com.socialflow.social.people;

import com.socialflow.core.AccountId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What any number of people are called. Not inside a transaction: it may call. */
@Component
public class KnownNames {

    /** As many as the user service tells of at once. */
    private static final int BATCH = 200;

    private final People people;

    KnownNames(People people) {
        this.people = people;
    }

    /** Without those whom nobody is to see. */
    public Map<AccountId, String> of(List<AccountId> accounts) {
        var names = new HashMap<AccountId, String>();
        for (var from = 0; from < accounts.size(); from += BATCH) {
            var some = accounts.subList(from, Math.min(accounts.size(), from + BATCH));
            people.find(some).forEach((account, person) -> names.put(account, person.username()));
        }
        return names;
    }
}
