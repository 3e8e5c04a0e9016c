package com.socialflow.user.federation;

import com.socialflow.user.registration.OfferedProviders;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The providers that people can sign in with. */
@Component
class Providers implements OfferedProviders {

    private final Map<String, OidcProvider> providers = new TreeMap<>();

    Providers(FederationSettings settings, ProviderFetch fetch, Clock clock) {
        settings.federation()
                .forEach((id, provider) -> providers.put(id, new OidcProvider(id, provider, fetch, clock)));
    }

    @Override
    public List<Offered> providers() {
        return providers.values().stream()
                .map(provider -> new Offered(provider.id(), provider.settings().name()))
                .toList();
    }

    Optional<OidcProvider> find(String id) {
        return Optional.ofNullable(providers.get(id));
    }

    /** As people know it; a provider that is configured no more has its id alone. */
    String name(String id) {
        return find(id).map(provider -> provider.settings().name()).orElse(id);
    }
}
