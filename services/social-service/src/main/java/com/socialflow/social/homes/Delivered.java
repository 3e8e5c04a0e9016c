package com.socialflow.social.homes;

import com.socialflow.core.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one person brings to others: posts and reposts. Reposts go to those too who do not want that person's now: they
 * are not shown, and whoever changes his or her mind has them.
 *
 * @param by whose followers get it
 * @param answered whom it answers: then it is for those who follow that person too
 */
record Delivered(AccountId by, List<HomeEntry> entries, Optional<AccountId> answered) {

    Delivered {
        entries = List.copyOf(entries);
    }

    /** With what the same person brings to the same people afterwards. */
    Delivered with(List<HomeEntry> more) {
        return new Delivered(by, Stream.concat(entries.stream(), more.stream()).toList(), answered);
    }
}
