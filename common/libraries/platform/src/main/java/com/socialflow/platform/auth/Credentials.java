package com.socialflow.platform.auth;

import com.socialflow.core.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Reads and checks what a request brings along: a bearer's token, a token and a proof of its key, or a cookie. */
final class Credentials {

    private static final String BEARER = "Bearer ";

    /** RFC 9449, section 7.1. */
    private static final String BOUND = "DPoP ";

    private final AccessTokens tokens;
    private final OpaqueTokenChecks opaque;
    private final Proofs proofs;
    private final SessionCookies cookies;
    private final List<BeaconPaths> beacons;

    Credentials(
            AccessTokens tokens,
            OpaqueTokenChecks opaque,
            Proofs proofs,
            SessionCookies cookies,
            List<BeaconPaths> beacons) {
        this.tokens = tokens;
        this.opaque = opaque;
        this.proofs = proofs;
        this.cookies = cookies;
        this.beacons = beacons;
    }

    /**
     * Who makes a request; null when it does not say.
     *
     * @throws Problem 401 when what it brings is not good, 403 when a cookie comes from another site, 503 when that
     *     can't be known
     */
    @Nullable
    VerifiedToken check(HttpServletRequest request, HttpServletResponse response) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            var bearer = after(BEARER, header);
            if (bearer.isPresent()) {
                return bearer(bearer.get());
            }
            var bound = after(BOUND, header);
            if (bound.isPresent()) {
                return bound(bound.get(), request);
            }
        }
        return cookie(request, response);
    }

    private static Optional<String> after(String scheme, String header) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length())
                ? Optional.of(header.substring(scheme.length()).strip())
                : Optional.empty();
    }

    private VerifiedToken bearer(String token) {
        if (token.startsWith(OpaqueTokenText.PREFIX)) {
            return opaque.check(token);
        }
        var known = tokens.check(token);
        if (known.keyThumbprint() != null) {
            throw unproven("invalid_token", "this access token needs a proof of its key");
        }
        return known;
    }

    private VerifiedToken bound(String token, HttpServletRequest request) {
        var known = tokens.check(token);
        return switch (proofs.check(request, token)) {
            case Proofs.Outcome.Refused(var why) -> throw unproven("invalid_dpop_proof", why);
            case Proofs.Outcome.Proven(var thumbprint) -> {
                if (!thumbprint.equals(known.keyThumbprint())) {
                    throw unproven("invalid_token", "this access token is not bound to the key of the proof");
                }
                yield known;
            }
        };
    }

    private static Problem unproven(String error, String detail) {
        return Problem.unauthorized("proof-invalid", detail)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "DPoP error=\"%s\", error_description=\"%s\", algs=\"%s\""
                                .formatted(error, detail, String.join(" ", Proofs.ALGORITHMS)));
    }

    private @Nullable VerifiedToken cookie(HttpServletRequest request, HttpServletResponse response) {
        var cookie = cookies.access(request);
        if (cookie.isEmpty()) {
            return null;
        }
        if (isBeacon(request)) {
            return ofBeacon(cookie.get(), request);
        }
        VerifiedToken known;
        try {
            known = tokens.cookie(cookie.get());
        } catch (Problem problem) {
            // A browser whose session is over must still be able to sign in, here or with a provider, refresh and sign
            // out.
            var path = request.getServletPath();
            if (path.startsWith(SessionCookies.SESSIONS_PATH) || path.startsWith(SessionCookies.PROVIDERS_PATH)) {
                return null;
            }
            if (problem.status() == 401) {
                cookies.clearAccess(request, response);
            }
            throw problem;
        }
        CrossSite.refuse(request);
        return known;
    }

    private boolean isBeacon(HttpServletRequest request) {
        for (var paths : beacons) {
            if (paths.matching().test(request)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable VerifiedToken ofBeacon(String cookie, HttpServletRequest request) {
        if (!CrossSite.sameOrigin(request)) {
            return null;
        }
        try {
            return tokens.cookie(cookie);
        } catch (Problem over) {
            return null;
        }
    }
}
