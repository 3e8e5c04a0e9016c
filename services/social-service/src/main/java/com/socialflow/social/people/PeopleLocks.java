package com.socialflow.social.people;

import com.socialflow.core.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds the rows of people until the caller's transaction ends, so that what is decided about two of them stays true.
 * Rows are taken in the order of ids: two who take the same never wait for each other in a ring.
 */
@Component
public class PeopleLocks {

    private final PersonStore store;

    PeopleLocks(PersonStore store) {
        this.store = store;
    }

    /** Shared with others who do the same: a person whom a million follow at once makes nobody wait. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<AccountId, Person> share(Collection<AccountId> accounts) {
        return byId(store.lockShared(ids(accounts)));
    }

    /** Alone: waits for all who share, and lets nobody in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<AccountId, Person> hold(Collection<AccountId> accounts) {
        return byId(store.lockAlone(ids(accounts)));
    }

    private static long[] ids(Collection<AccountId> accounts) {
        return accounts.stream().mapToLong(AccountId::value).toArray();
    }

    private static Map<AccountId, Person> byId(List<Person> rows) {
        var found = new HashMap<AccountId, Person>();
        rows.forEach(person -> found.put(person.account(), person));
        return found;
    }
}
