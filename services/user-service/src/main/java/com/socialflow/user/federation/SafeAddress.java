package com.socialflow.user.federation;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Addresses that may be asked and that browsers may be sent to: of https, or of this machine itself. */
final class SafeAddress {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private SafeAddress() {}

    static Optional<URI> parse(String text) {
        try {
            var uri = URI.create(text);
            var host = uri.getHost();
            var safe = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && local(host));
            return host != null && safe && uri.getRawUserInfo() == null && uri.getRawFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean local(String host) {
        return host != null && THIS_MACHINE.contains(host);
    }
}
