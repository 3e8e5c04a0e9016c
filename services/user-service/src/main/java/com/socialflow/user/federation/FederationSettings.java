package com.socialflow.user.federation;

import static com.socialflow.core.Require.require;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Other providers of identities.
 *
 * @param federation by the name that they have in our addresses
 */
@ConfigurationProperties("socialflow")
public record FederationSettings(@DefaultValue Map<String, Provider> federation) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?");

    /**
     * A provider that speaks OpenID Connect.
     *
     * @param name as people know it, such as {@code Google}
     * @param issuer its address, such as {@code https://accounts.google.com}: as its own description says it
     * @param clientId who we are there
     * @param clientSecret empty: there is none
     * @param scopes what we ask for; without {@code openid} there is no answer to who somebody is
     */
    public record Provider(
            @DefaultValue("") String name,
            @DefaultValue("") String issuer,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue({"openid", "email", "profile"}) List<String> scopes) {

        public Provider {
            scopes = List.copyOf(scopes);
        }

        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "Provider[issuer=%s]".formatted(issuer);
        }
    }

    public FederationSettings {
        federation = Map.copyOf(federation);
        federation.forEach((id, provider) -> {
            var key = "socialflow.federation." + id;
            require(ID.matcher(id).matches(), "%s: a provider's name is of a to z, 0 to 9 and -", key);
            require(!provider.name().isBlank() && !provider.clientId().isBlank(), "%s needs name and client-id", key);
            require(provider.scopes().contains("openid"), "%s.scopes has openid", key);
            require(
                    SafeAddress.parse(provider.issuer()).isPresent(),
                    "%s.issuer is an https address (http on this machine alone)",
                    key);
        });
    }
}
