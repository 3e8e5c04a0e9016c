package com.socialflow.platform.fetch;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses of the web as others write them. There is one way to read each: what programs read in different ways, such
 * as {@code http://0177.1/} or a name with a password before it, is no address here.
 */
public final class WebAddress {

    /** Characters. Browsers and servers take little more. */
    public static final int LENGTH_MAX = 2_048;

    private static final int PORT_MAX = 65_535;

    /** A last label of digits makes the host an IPv4 address, in whatever notation (WHATWG URL, "ends in a number"). */
    private static final Pattern NUMBER_AT_END = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

    private WebAddress() {}

    /** The address with its host in ASCII; empty when it is none of http or https. */
    public static Optional<URI> parse(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            var uri = URI.create(text);
            if (uri.getHost() == null && uri.getRawAuthority() != null) {
                uri = inAscii(uri);
            }
            uri = URI.create(uri.toASCIIString());
            return acceptable(uri) ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI inAscii(URI uri) {
        var authority = uri.getRawAuthority();
        var colon = authority.lastIndexOf(':');
        var host = colon < 0 ? authority : authority.substring(0, colon);
        var port = colon < 0 ? "" : authority.substring(colon);
        var text = uri.toString();
        var start = text.indexOf(authority);
        return URI.create(text.substring(0, start)
                + IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES)
                + port
                + text.substring(start + authority.length()));
    }

    private static boolean acceptable(URI uri) {
        var host = uri.getHost();
        if (uri.getScheme() == null || host == null || uri.getRawUserInfo() != null || uri.getPort() > PORT_MAX) {
            return false;
        }
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && (!NUMBER_AT_END.matcher(host).matches() || IPV4.matcher(host).matches());
    }

    /** The port that is asked. */
    static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
