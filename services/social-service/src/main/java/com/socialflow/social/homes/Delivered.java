package com.socialflow.social.homes;

import com.socialflow.core.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * What one person brings to others: a post or some, or a repost.
 *
 * @param by whose followers get it
 * @param answered whom it answers: then it is for those who follow that person too
 */
record Delivered(AccountId by, List<HomeEntry> entries, Optional<AccountId> answered, boolean repost) {

    Delivered {
        entries = List.copyOf(entries);
    }
}
