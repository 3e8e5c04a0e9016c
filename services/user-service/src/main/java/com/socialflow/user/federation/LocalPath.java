package com.socialflow.user.federation;

import com.socialflow.core.Problem;
import java.net.URI;
import java.net.URISyntaxException;

/** Where a sign-in may lead: a page of ours, and no other site however it is written (CWE-601). */
final class LocalPath {

    /** Characters: it lies in a cookie. */
    private static final int LENGTH_MAX = 500;

    private LocalPath() {}

    /**
     * The path itself.
     *
     * @throws Problem 400 when it may lead elsewhere
     */
    static String require(String path) {
        if (!local(path)) {
            throw Problem.badRequest("bad-next", "next is a path on this site");
        }
        return path;
    }

    private static boolean local(String path) {
        // Browsers take // and /\ for the start of a host, and drop tabs and line ends before they look.
        if (path.length() > LENGTH_MAX
                || !path.startsWith("/")
                || path.startsWith("//")
                || path.indexOf('\\') >= 0
                || path.indexOf('#') >= 0
                || path.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
            return false;
        }
        try {
            var uri = new URI(path);
            return !uri.isAbsolute() && uri.getRawAuthority() == null && !path.startsWith("/api/");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
