package com.socialflow.social.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says to push services who we are (RFC 8292), by a key of which they note that a subscription is for it alone.
 *
 * @param point of the public key
 */
record Vapid(PrivateKey key, byte[] point, String contact) {

    /** At most 24 hours are allowed; clocks differ. */
    private static final Duration LIFETIME = Duration.ofHours(12);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = new JsonMapper();

    /** As browsers get it. */
    String publicKey() {
        return BASE64.encodeToString(point);
    }

    /** The header {@code Authorization} of a message to this service. */
    String authorization(URI service, Instant now) {
        var header = BASE64.encodeToString("{\"typ\":\"JWT\",\"alg\":\"ES256\"}".getBytes(UTF_8));
        var claims = JSON.writeValueAsBytes(Map.of(
                "aud",
                service.getScheme() + "://" + service.getRawAuthority(),
                "exp",
                now.plus(LIFETIME).getEpochSecond(),
                "sub",
                contact));
        var signed = header + "." + BASE64.encodeToString(claims);
        return "vapid t=" + signed + "." + BASE64.encodeToString(sign(signed)) + ", k=" + publicKey();
    }

    private byte[] sign(String text) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a push message cannot be signed", e);
        }
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "Vapid[" + publicKey() + "]";
    }
}
