package com.socialflow.user.oauth;

import com.socialflow.core.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;

/** What people let programs do, as Spring's authorization server sees it. */
final class SpringConsents implements OAuth2AuthorizationConsentService {

    private final Consents consents;
    private final Clients clients;
    private final boolean remembers;

    private SpringConsents(Consents consents, Clients clients, boolean remembers) {
        this.consents = consents;
        this.clients = clients;
        this.remembers = remembers;
    }

    /** For whoever decides whether to ask. */
    static SpringConsents remembering(Consents consents, Clients clients) {
        return new SpringConsents(consents, clients, true);
    }

    /**
     * For whoever takes an answer: only what the person says now counts. Else Spring would take "no" for what was
     * allowed before.
     */
    static SpringConsents forgetful(Consents consents, Clients clients) {
        return new SpringConsents(consents, clients, false);
    }

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        var client = clients.find(consent.getRegisteredClientId()).orElseThrow();
        consents.give(AccountId.parse(consent.getPrincipalName()), client, consent.getScopes());
    }

    /** A "no" to one question takes nothing back: people do that in their settings. */
    @Override
    public void remove(OAuth2AuthorizationConsent consent) {}

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String clientId, String principal) {
        var client = remembers ? clients.find(clientId).orElse(null) : null;
        if (client == null) {
            return null;
        }
        var scopes = consents.given(AccountId.parse(principal), client.id());
        if (scopes.isEmpty()) {
            return null;
        }
        var consent = OAuth2AuthorizationConsent.withId(clientId, principal);
        scopes.forEach(consent::scope);
        return consent.build();
    }
}
