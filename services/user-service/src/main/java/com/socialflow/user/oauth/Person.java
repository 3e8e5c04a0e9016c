package com.socialflow.user.oauth;

import com.socialflow.core.AccountId;
import java.util.Set;

/**
 * What programs may hear of a person.
 *
 * @param active whether the person may come in
 * @param signedIn whether the sign-in that was asked about goes on
 * @param signedOut whether it ended in an ordinary way, or long ago
 */
record Person(
        AccountId account,
        String username,
        String displayName,
        String email,
        boolean emailVerified,
        String locale,
        Set<String> roles,
        boolean active,
        boolean signedIn,
        boolean signedOut) {

    Person {
        roles = Set.copyOf(roles);
    }

    /** Whether a grant of that sign-in goes on. */
    boolean allows(Grant grant) {
        return active && (signedIn || (signedOut && grant.goesOnOffline()));
    }
}
