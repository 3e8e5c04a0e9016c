package com.socialflow.user.oauth;

import com.socialflow.core.Ids;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;

/** What must hold whenever a program gets a token, the first or a refreshed one. */
@Component
class TokenRules {

    private final PersonStore people;
    private final Clients clients;
    private final Ids ids;
    private final Clock clock;

    TokenRules(PersonStore people, Clients clients, Ids ids, Clock clock) {
        this.people = people;
        this.clients = clients;
        this.ids = ids;
        this.clock = clock;
    }

    String newId() {
        return Ids.format(ids.next());
    }

    /**
     * The person who gave this grant, as he or she is now.
     *
     * @param key thumbprint of the key that the program showed; null: none
     * @throws OAuth2AuthenticationException when the person may not come in, the sign-in is over, or the key is another
     */
    Person require(Grant grant, String clientId, @Nullable String key) {
        requireKey(clientId, key);
        var first = grant.refresh() == null;
        var needed = first ? grant.request().codeKey() : grant.refreshKey();
        if (needed != null && !needed.equals(key)) {
            throw unproven("this was given to the owner of another key");
        }
        var giver = grant.person();
        if (giver == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        return people.find(giver.account(), giver.session(), clock.instant())
                .filter(person -> person.allows(grant))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
    }

    /**
     * Nothing when the program showed the key that it must show.
     *
     * @throws OAuth2AuthenticationException {@code invalid_dpop_proof} otherwise
     */
    void requireKey(String clientId, @Nullable String key) {
        var bound = clients.find(clientId).map(Client::dpop).orElse(false);
        if (bound && key == null) {
            throw unproven("this program's tokens are bound to a key: a proof of it is needed");
        }
    }

    private static OAuth2AuthenticationException unproven(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error("invalid_dpop_proof", why, null));
    }
}
