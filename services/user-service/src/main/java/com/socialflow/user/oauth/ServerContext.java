package com.socialflow.user.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/**
 * What is known of a request to the authorization server before anything of it is looked at.
 *
 * @param issuer in whose name it is answered
 * @param keyThumbprint of the key that the program proved to have; null: it showed none
 */
record ServerContext(String issuer, @Nullable String keyThumbprint) implements AuthorizationServerContext {

    private static final AuthorizationServerSettings SETTINGS =
            AuthorizationServerSettings.builder().build();

    static ServerContext current() {
        return (ServerContext) AuthorizationServerContextHolder.getContext();
    }

    @Override
    public String getIssuer() {
        return issuer;
    }

    @Override
    public AuthorizationServerSettings getAuthorizationServerSettings() {
        return SETTINGS;
    }
}
