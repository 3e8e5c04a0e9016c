package com.socialflow.platform.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Checks that whoever makes a request has a key: DPoP proofs (RFC 9449, section 4.3). */
public class Proofs {

    /** The header that holds a proof. */
    public static final String HEADER = "DPoP";

    /** What proofs may be signed with. */
    public static final List<String> ALGORITHMS = List.of("ES256", "ES384", "RS256", "PS256");

    /** A proof is made for one request: it is on its way no longer than this. */
    static final Duration AGE_MAX = Duration.ofSeconds(60);

    /** Clocks of clients may be ahead of ours by as much. */
    static final Duration AHEAD_MAX = Duration.ofSeconds(10);

    private static final int LENGTH_MAX = 4_096;
    private static final int ID_LENGTH_MAX = 256;
    private static final int RSA_BITS_MIN = 2_048;
    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");

    private final Issuer issuer;
    private final ProofReplays replays;
    private final Clock clock;

    Proofs(Issuer issuer, StringRedisTemplate redis, Clock clock) {
        this.issuer = issuer;
        this.replays = new ProofReplays(redis, clock);
        this.clock = clock;
    }

    /** What a look at a proof led to. */
    public sealed interface Outcome {

        /**
         * The request is its key's owner's.
         *
         * @param keyThumbprint the key's SHA-256 (RFC 7638), in base64url
         */
        record Proven(String keyThumbprint) implements Outcome {}

        record Refused(String why) implements Outcome {}
    }

    /**
     * Checks the proof of a request. A proof is good once.
     *
     * @param accessToken the token that the proof must name too; null: there is none yet
     */
    public Outcome check(HttpServletRequest request, @Nullable String accessToken) {
        var proofs = Collections.list(request.getHeaders(HEADER));
        if (proofs.size() != 1 || proofs.getFirst().length() > LENGTH_MAX) {
            return new Outcome.Refused("one proof is needed, in the header DPoP");
        }
        try {
            var proof = SignedJWT.parse(proofs.getFirst());
            var key = key(proof);
            if (key == null || !proof.verify(verifier(key))) {
                return new Outcome.Refused("the proof is not signed by the key that it names");
            }
            var claims = proof.getJWTClaimsSet();
            var flaw = flaw(claims, request, accessToken);
            if (flaw != null) {
                return new Outcome.Refused(flaw);
            }
            var thumbprint = key.computeThumbprint().toString();
            return replays.first(sha256(thumbprint + " " + claims.getJWTID()), AGE_MAX.plus(AHEAD_MAX))
                    ? new Outcome.Proven(thumbprint)
                    : new Outcome.Refused("the proof was used before");
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return new Outcome.Refused("the proof is malformed");
        }
    }

    private static @Nullable JWK key(SignedJWT proof) {
        var header = proof.getHeader();
        var key = header.getJWK();
        var fits = TYPE.equals(header.getType())
                && ALGORITHMS.contains(header.getAlgorithm().getName())
                && key != null
                && !key.isPrivate();
        return fits ? key : null;
    }

    /** A key of the wrong kind for its algorithm fails when it verifies. */
    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return switch (key.getKeyType().getValue()) {
            case "EC" -> Curves.fast(new ECDSAVerifier(key.toECKey()));
            case "RSA" -> {
                if (key.size() < RSA_BITS_MIN) {
                    throw new JOSEException("the key is too short");
                }
                yield new RSASSAVerifier(key.toRSAKey());
            }
            default -> throw new JOSEException("the key is of no known kind");
        };
    }

    private @Nullable String flaw(JWTClaimsSet claims, HttpServletRequest request, @Nullable String accessToken)
            throws ParseException {
        var id = claims.getJWTID();
        if (id == null || id.isBlank() || id.length() > ID_LENGTH_MAX) {
            return "the proof has no id";
        }
        if (!request.getMethod().equals(claims.getStringClaim("htm"))) {
            return "the proof is for another method";
        }
        var address = claims.getStringClaim("htu");
        if (address == null || !plain(address).equals(plain(issuer.address(request) + request.getRequestURI()))) {
            return "the proof is for another address";
        }
        var made = claims.getIssueTime();
        var now = clock.instant();
        if (made == null
                || made.toInstant().isBefore(now.minus(AGE_MAX))
                || made.toInstant().isAfter(now.plus(AHEAD_MAX))) {
            return "the proof is not of now";
        }
        if (accessToken != null && !sha256(accessToken).equals(claims.getStringClaim("ath"))) {
            return "the proof is for another token";
        }
        return null;
    }

    /** Without query and fragment, and as everybody writes it (RFC 3986, section 6.2.2 and 6.2.3). */
    private static String plain(String address) {
        var uri = URI.create(address).normalize();
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw new IllegalArgumentException("no address");
        }
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var usual = uri.getPort() == -1 || uri.getPort() == ("https".equals(scheme) ? 443 : 80);
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort()) + path;
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
