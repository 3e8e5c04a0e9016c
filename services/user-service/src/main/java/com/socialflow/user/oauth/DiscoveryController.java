package com.socialflow.user.oauth;

import com.socialflow.platform.auth.Issuer;
import com.socialflow.platform.auth.Proofs;
import com.socialflow.platform.policy.Permit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What programs read first (OpenID Connect Discovery; RFC 8414). Ours to say: Spring would promise ways to come in that
 * are not open here.
 */
@RestController
class DiscoveryController {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Issuer issuer;

    DiscoveryController(Issuer issuer) {
        this.issuer = issuer;
    }

    @GetMapping({"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"})
    @Permit("oauth.discover")
    ResponseEntity<Map<String, Object>> metadata(HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(metadata(issuer.name(request), issuer.address(request)));
    }

    private static Map<String, Object> metadata(String name, String address) {
        var clients = List.of("client_secret_basic", "client_secret_post", "none");
        var confidential = List.of("client_secret_basic", "client_secret_post");
        var all = new LinkedHashMap<String, Object>();
        all.put("issuer", name);
        all.put("authorization_endpoint", address + AuthorizationRequests.ENDPOINT);
        all.put("token_endpoint", address + Entrance.TOKEN);
        all.put("device_authorization_endpoint", address + "/oauth2/device_authorization");
        all.put("revocation_endpoint", address + "/oauth2/revoke");
        all.put("introspection_endpoint", address + "/oauth2/introspect");
        all.put("userinfo_endpoint", address + "/userinfo");
        all.put("end_session_endpoint", address + "/connect/logout");
        all.put("jwks_uri", address + "/.well-known/jwks.json");
        all.put("scopes_supported", Scopes.ALL.stream().map(Scopes.Scope::name).toList());
        all.put("response_types_supported", List.of("code"));
        all.put("response_modes_supported", List.of("query"));
        all.put(
                "grant_types_supported",
                Stream.concat(Stream.of(Flow.values()).map(flow -> flow.type().getValue()), Stream.of("refresh_token"))
                        .toList());
        all.put("code_challenge_methods_supported", List.of(AuthorizationRequests.CHALLENGE_METHOD));
        all.put("token_endpoint_auth_methods_supported", clients);
        all.put("revocation_endpoint_auth_methods_supported", clients);
        all.put("introspection_endpoint_auth_methods_supported", confidential);
        all.put("dpop_signing_alg_values_supported", Proofs.ALGORITHMS);
        all.put("authorization_response_iss_parameter_supported", true);
        all.put("subject_types_supported", List.of("public"));
        all.put("id_token_signing_alg_values_supported", List.of("ES256"));
        all.put("prompt_values_supported", List.of("none", "login", "consent", "select_account"));
        all.put(
                "claims_supported",
                List.of(
                        "iss",
                        "sub",
                        "aud",
                        "exp",
                        "iat",
                        "auth_time",
                        "nonce",
                        "sid",
                        "name",
                        "preferred_username",
                        "locale",
                        "email",
                        "email_verified"));
        all.put("request_parameter_supported", false);
        all.put("request_uri_parameter_supported", false);
        return all;
    }
}
