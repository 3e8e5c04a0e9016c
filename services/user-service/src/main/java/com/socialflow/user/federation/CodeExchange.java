package com.socialflow.user.federation;

import com.socialflow.user.federation.FederationFailure.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns the code that a browser brought into an ID token, directly with the provider (RFC 6749, section 4.1.3). */
@Component
class CodeExchange {

    private final ProviderFetch fetch;

    CodeExchange(ProviderFetch fetch) {
        this.fetch = fetch;
    }

    /**
     * The ID token for the code.
     *
     * @param verifier of the challenge that the request had (RFC 7636)
     * @param redirectUri as the request had it
     */
    String idToken(OidcProvider provider, String code, String verifier, String redirectUri) {
        var metadata = provider.metadata();
        var settings = provider.settings();
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", redirectUri);
        fields.put("code_verifier", verifier);
        var authorization = "";
        if (settings.clientSecret().isEmpty()) {
            fields.put("client_id", settings.clientId());
        } else if (metadata.basic()) {
            authorization = basic(settings.clientId(), settings.clientSecret());
        } else {
            fields.put("client_id", settings.clientId());
            fields.put("client_secret", settings.clientSecret());
        }
        var token = fetch.post(metadata.token(), form(fields), authorization).path("id_token");
        if (!token.isString()) {
            throw new FederationFailure(Reason.PROVIDER_NOT_BELIEVED, provider.id() + " gave no ID token");
        }
        return token.stringValue();
    }

    /** RFC 6749, section 2.3.1. */
    private static String basic(String client, String secret) {
        var pair = encoded(client) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
