package com.socialflow.user.oauth;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Programs as Spring's authorization server sees them. */
@Lazy
@Component
class SpringClients implements RegisteredClientRepository {

    /** Secrets are 256 random bits: nobody guesses them, so that a slow hash would only slow us down. */
    static final PasswordEncoder SECRETS = new PasswordEncoder() {
        @Override
        public @Nullable String encode(@Nullable CharSequence secret) {
            return secret == null ? null : HexFormat.of().formatHex(Hashes.sha256(secret.toString()));
        }

        @Override
        public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
            return secret != null
                    && hash != null
                    && MessageDigest.isEqual(
                            Hashes.sha256(secret.toString()), HexFormat.of().parseHex(hash));
        }
    };

    private final Clients clients;

    SpringClients(Clients clients) {
        this.clients = clients;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("people register programs");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.find(clientId).map(SpringClients::registered).orElse(null);
    }

    private static RegisteredClient registered(Client client) {
        var builder = RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientName(client.name())
                .redirectUris(uris -> uris.addAll(client.redirectUris()))
                .scopes(scopes -> scopes.addAll(Scopes.names()))
                .authorizationGrantTypes(types -> client.flows().forEach(flow -> types.add(flow.type())))
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TokenSettings.builder().reuseRefreshTokens(false).build());
        if (!client.flows().equals(Set.of(Flow.CLIENT_CREDENTIALS))) {
            builder.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
        }
        if (client.secretHash() == null) {
            return builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                    .build();
        }
        return builder.clientSecret(HexFormat.of().formatHex(client.secretHash()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .build();
    }
}
