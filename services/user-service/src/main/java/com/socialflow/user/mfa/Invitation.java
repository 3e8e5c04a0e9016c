package com.socialflow.user.mfa;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * What an authenticator app needs to give codes.
 *
 * @param secret in base 32, for typing
 * @param uri for an app on the same device, in the form that Google Authenticator began
 * @param qr the same as an image in a {@code data:} address
 */
record Invitation(@JsonIgnore byte[] bytes, String secret, String uri, String qr) {

    private static final String ISSUER = "Social Flow";

    /** As long as the hash is (RFC 4226, section 4, requirement 6). */
    private static final int SECRET_BYTES = 20;

    static Invitation make(String username, SecureRandom random) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base32.encode(bytes);
        var issuer = escaped(ISSUER);
        var uri = "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(issuer, escaped(username), secret, issuer, TimeCodes.DIGITS, TimeCodes.PERIOD_SECONDS);
        return new Invitation(bytes, secret, uri, QrImage.of(uri));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "Invitation[]";
    }
}
