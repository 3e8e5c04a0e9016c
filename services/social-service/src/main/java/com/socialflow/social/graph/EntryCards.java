package com.socialflow.social.graph;

import com.socialflow.core.Page;
import com.socialflow.social.graph.FollowStore.Entry;
import com.socialflow.social.people.AccountCard;
import com.socialflow.social.people.AccountCards;

/** Pages of people as clients see them. */
final class EntryCards {

    private EntryCards() {}

    /** Without those whom nobody is to see: a page may be shorter than asked for. */
    static Page<AccountCard> of(Page<Entry> page, AccountCards cards) {
        return new Page<>(cards.of(page.items().stream().map(Entry::account).toList()), page.next());
    }
}
