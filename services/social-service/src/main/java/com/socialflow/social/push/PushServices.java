package com.socialflow.social.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells addresses of known push services from others, which are never called. */
@Component
class PushServices {

    /** Real ones have 200 to 500 characters. */
    private static final int LENGTH_MAX = 2_000;

    private static final int HTTPS = 443;
    private static final String PLAIN = "http://";

    private final List<String> hosts;

    PushServices(PushSettings settings) {
        this.hosts = settings.hosts();
    }

    /** The address, when it is one of a known service. */
    Optional<URI> address(String endpoint) {
        if (endpoint.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            var uri = new URI(endpoint);
            var known = uri.getHost() != null
                    && uri.getScheme() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && known(
                            uri.getScheme().toLowerCase(Locale.ROOT),
                            uri.getHost().toLowerCase(Locale.ROOT),
                            uri.getPort());
            return known ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean known(String scheme, String host, int port) {
        return switch (scheme) {
            case "https" -> (port < 0 || port == HTTPS) && hosts.stream().anyMatch(known -> matches(known, host));
            case "http" -> hosts.contains(PLAIN + host);
            default -> false;
        };
    }

    private static boolean matches(String known, String host) {
        return known.startsWith("*.")
                ? host.endsWith(known.substring(1)) && host.length() >= known.length()
                : host.equals(known);
    }
}
