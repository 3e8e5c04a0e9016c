package com.socialflow.video.catalogue;

import com.socialflow.core.AccountId;
import org.jspecify.annotations.Nullable;

/** Whose video it is. Only the id is there while the user service does not answer. */
record Owner(
        AccountId id, @Nullable String username, @Nullable String displayName) {

    static Owner unknown(AccountId id) {
        return new Owner(id, null, null);
    }
}
