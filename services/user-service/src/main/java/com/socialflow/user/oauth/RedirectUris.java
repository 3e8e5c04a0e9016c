package com.socialflow.user.oauth;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** Where answers may be sent (RFC 9700, section 2.1; RFC 8252, section 7 and 8). */
final class RedirectUris {

    private static final int LENGTH_MAX = 1_000;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    private RedirectUris() {}

    /**
     * Whether a program may have its answers sent there: by https, to the person's own machine by http, or to an
     * application by a scheme that is a domain backwards.
     */
    static boolean acceptable(String text) {
        if (text.length() > LENGTH_MAX
                || !text.matches("[\\x21-\\x7e]+")
                || text.contains("*")
                || text.contains("\\")) {
            return false;
        }
        try {
            var uri = URI.create(text);
            if (uri.getScheme() == null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
                return false;
            }
            var path = String.valueOf(uri.getRawPath()).toLowerCase(Locale.ROOT).replace("%2e", ".") + "/";
            if (path.contains("/../") || path.contains("/./")) {
                return false;
            }
            return switch (uri.getScheme()) {
                case "https" -> uri.getHost() != null;
                case "http" -> loopback(uri) || "localhost".equals(uri.getHost());
                // RFC 8252, section 7.1: with a dot, which no scheme of a browser has.
                default -> uri.getScheme().contains(".") && !uri.isOpaque();
            };
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether an answer may go there: to the letter, but for the port of the person's own machine. */
    static boolean match(Collection<String> registered, String asked) {
        return registered.contains(asked)
                || registered.stream().anyMatch(known -> acceptable(asked) && sameButPort(known, asked));
    }

    private static boolean sameButPort(String known, String asked) {
        var one = URI.create(known);
        var other = URI.create(asked);
        return loopback(one)
                && loopback(other)
                && one.getHost().equals(other.getHost())
                && one.getRawPath().equals(other.getRawPath())
                && String.valueOf(one.getRawQuery()).equals(String.valueOf(other.getRawQuery()));
    }

    private static boolean loopback(URI uri) {
        return "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }
}
