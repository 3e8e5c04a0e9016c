package com.socialflow.user.oauth;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.stereotype.Component;

/** What all endpoints of the authorization server stand on. */
@Lazy
@Component
record ServerParts(SpringClients clients, SpringGrants grants, Codes codes, Decisions decisions) {

    /** Answers with the first of these that feels concerned, in one transaction. */
    AuthenticationManager deciding(AuthenticationProvider... providers) {
        List<AuthenticationProvider> wrapped = Stream.of(providers)
                .map(provider -> Decisions.around(decisions, provider))
                .toList();
        return new ProviderManager(wrapped);
    }
}
