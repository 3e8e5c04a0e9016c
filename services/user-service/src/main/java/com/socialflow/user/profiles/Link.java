package com.socialflow.user.profiles;

import static com.socialflow.core.Require.require;

import com.socialflow.core.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * A place elsewhere that a person shows.
 *
 * @param name what stands on the page
 * @param url absolute, of a web page, in ASCII
 */
record Link(String name, String url) {

    /** Characters: one line of a narrow page. */
    static final int NAME_MAX = 50;

    /** Characters: longer addresses carry more than a place. */
    static final int URL_MAX = 500;

    Link {
        require(
                !name.isEmpty() && PlainText.length(name) <= NAME_MAX,
                "a link's name has 1 to %d characters",
                NAME_MAX);
        require(url.length() <= URL_MAX, "a link's address has at most %d characters", URL_MAX);
    }

    /**
     * The address as a page may link to it.
     *
     * @param field whose value it is
     * @throws Problem 422 when it leads to no web page, or carries a name and a password
     */
    static String address(String field, String text) {
        if (text.length() > URL_MAX) {
            throw Problem.invalid(field, "too-long", "an address has at most %d characters", URL_MAX);
        }
        URI uri;
        try {
            uri = new URI(text).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw malformed(field);
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw Problem.invalid(field, "scheme", "an address begins with https:// or http://");
        }
        var host = uri.getHost();
        if (host == null || !host.contains(".")) {
            throw malformed(field);
        }
        if (uri.getRawUserInfo() != null) {
            throw Problem.invalid(field, "credentials", "an address that everybody sees holds no name and password");
        }
        var ascii = uri.toASCIIString();
        if (ascii.length() > URL_MAX) {
            throw Problem.invalid(field, "too-long", "an address has at most %d characters", URL_MAX);
        }
        return scheme + ascii.substring(scheme.length());
    }

    private static Problem malformed(String field) {
        return Problem.invalid(field, "malformed", "this is no address of a web page");
    }
}
