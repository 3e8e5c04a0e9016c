package com.socialflow.user.federation;

import com.socialflow.user.federation.FederationFailure.Reason;
import java.net.URI;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0, section 3), as far as it matters here.
 *
 * @param saysIssuer whether answers to browsers name it (RFC 9207)
 * @param basic whether our secret goes into a header, not into the form
 */
record Metadata(URI authorization, URI token, URI keys, boolean saysIssuer, boolean basic) {

    static Metadata of(String issuer, ObjectNode document) {
        if (!issuer.equals(document.path("issuer").asString(""))) {
            throw new FederationFailure(Reason.PROVIDER_UNAVAILABLE, issuer + " describes another issuer");
        }
        var methods = document.path("token_endpoint_auth_methods_supported");
        var basic = !methods.isArray();
        for (var method : methods) {
            basic = basic || method.asString("").equals("client_secret_basic");
        }
        return new Metadata(
                address(document, "authorization_endpoint"),
                address(document, "token_endpoint"),
                address(document, "jwks_uri"),
                document.path("authorization_response_iss_parameter_supported").asBoolean(false),
                basic);
    }

    private static URI address(ObjectNode document, String field) {
        return SafeAddress.parse(document.path(field).asString(""))
                .orElseThrow(() -> new FederationFailure(Reason.PROVIDER_UNAVAILABLE, "no usable " + field));
    }
}
