package com.socialflow.user.federation;

import com.socialflow.platform.fetch.WebAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Addresses that may be asked and that browsers may be sent to: of https, or of this machine itself. */
final class SafeAddress {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private SafeAddress() {}

    static Optional<URI> parse(String text) {
        return WebAddress.parse(text)
                .filter(uri -> "https".equals(uri.getScheme()) || THIS_MACHINE.contains(uri.getHost()))
                .filter(uri -> uri.getRawFragment() == null);
    }
}
