package com.socialflow.social.search;

import com.socialflow.core.AccountId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds people by the beginning of what they are called. */
@Component
class PeopleSearch {

    /** Of the searcher's newest follows, which come first. */
    private static final int FOLLOWS_MAX = 500;

    /** By each kind of name: bounds the work of a single letter. */
    private static final int EACH_MAX = 200;

    private final SearchStore store;

    PeopleSearch(SearchStore store) {
        this.store = store;
    }

    /** People whose username or shown name begins so; whom the searcher follows come first. */
    List<AccountId> find(AccountId searcher, String beginning, int limit) {
        return store.find(searcher, beginning.toLowerCase(Locale.ROOT), FOLLOWS_MAX, EACH_MAX, limit);
    }
}
