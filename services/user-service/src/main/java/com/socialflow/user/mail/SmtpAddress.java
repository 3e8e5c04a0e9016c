package com.socialflow.user.mail;

import static com.socialflow.core.Require.require;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the mail server is and how to speak to it.
 *
 * @param user empty: it asks for no name
 */
record SmtpAddress(Security security, String host, int port, String user, String password) {

    private static final int PORT_SUBMISSION = 587;
    private static final int PORT_TLS = 465;

    /** How the connection is kept from others. */
    enum Security {
        /** TLS from the first byte. */
        TLS,
        /** TLS before anything that matters (RFC 3207); a server without it gets nothing. */
        STARTTLS,
        /** None: for a server on the same machine or in the same private network. */
        NONE
    }

    /**
     * The address that a URL says.
     *
     * @throws IllegalArgumentException when it says none; the message does not repeat it, for it has a password
     */
    static SmtpAddress parse(String url) {
        var uri = uri(url);
        var scheme = String.valueOf(uri.getScheme());
        require(
                (scheme.equals("smtp") || scheme.equals("smtps")) && uri.getHost() != null,
                "socialflow.mail.smtp-url looks like smtp://user:password@host:587");
        var plain = "tls=none".equals(uri.getQuery());
        require(uri.getQuery() == null || plain, "socialflow.mail.smtp-url knows no other option than tls=none");
        require(!plain || scheme.equals("smtp"), "socialflow.mail.smtp-url: smtps is never without TLS");
        var security = scheme.equals("smtps") ? Security.TLS : plain ? Security.NONE : Security.STARTTLS;
        var port = uri.getPort() > 0 ? uri.getPort() : security == Security.TLS ? PORT_TLS : PORT_SUBMISSION;
        var login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        var colon = login.indexOf(':');
        return new SmtpAddress(
                security,
                uri.getHost(),
                port,
                decoded(colon < 0 ? login : login.substring(0, colon)),
                decoded(colon < 0 ? "" : login.substring(colon + 1)));
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "socialflow.mail.smtp-url is no URL: write special characters of the password as %XX");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "%s:%d (%s)".formatted(host, port, security);
    }
}
