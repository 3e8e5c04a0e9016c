package com.socialflow.user.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A provider of identities that does what OpenID Connect asks: codes are used once, by the client that they are for,
 * with the verifier of the challenge. A test bends what it says.
 */
final class TestProvider {

    static final String CLIENT = "social-flow";
    static final String SECRET = "a shared secret of 32 characters";

    /** What it was asked for with a code. */
    private record Grant(String redirectUri, String challenge, String nonce) {}

    final RSAKey key = newKey("first");
    private final HttpServer server;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private volatile Clock clock = Clock.systemUTC();
    private volatile String subject = "nobody";
    private volatile Consumer<JWTClaimsSet.Builder> claims = _ -> {};
    private volatile @Nullable Forger forger;
    private volatile boolean saysIssuer;
    private volatile @Nullable String discovery;

    /** Makes a token that is not as it should be. */
    interface Forger {
        String token(JWTClaimsSet claims) throws JOSEException;
    }

    private TestProvider(HttpServer server) {
        this.server = server;
    }

    static TestProvider start() {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            var provider = new TestProvider(server);
            server.createContext("/.well-known/openid-configuration", provider::describe);
            server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(provider.key).toString()));
            server.createContext("/token", provider::token);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return provider;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** As on the first day, for somebody whom nobody knows yet. */
    void reset(Clock now, String person) {
        clock = now;
        subject = person;
        claims = builder -> builder.claim("email", person + "@example.com").claim("email_verified", true);
        forger = null;
        saysIssuer = false;
        discovery = null;
    }

    void says(Consumer<JWTClaimsSet.Builder> more) {
        claims = more;
    }

    void forges(Forger how) {
        forger = how;
    }

    void namesItself() {
        saysIssuer = true;
    }

    /** What it says of itself, instead of the truth. */
    void describesItselfAs(String text) {
        discovery = text;
    }

    private void describe(HttpExchange exchange) throws IOException {
        var said = discovery;
        answer(exchange, 200, said == null ? """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","authorization_response_iss_parameter_supported":%2$s}
                """.formatted(issuer(), saysIssuer) : said);
    }

    /** The person agrees: where the browser goes from the provider's page. */
    URI agree(URI request) {
        var query = fields(request.getRawQuery());
        if (!CLIENT.equals(query.get("client_id"))
                || !"code".equals(query.get("response_type"))
                || !"S256".equals(query.get("code_challenge_method"))
                || !query.getOrDefault("scope", "").contains("openid")) {
            throw new IllegalArgumentException("a bad request: " + request);
        }
        var code = "code-" + grants.size() + "-" + query.get("state");
        grants.put(
                code,
                new Grant(
                        Objects.requireNonNull(query.get("redirect_uri")),
                        Objects.requireNonNull(query.get("code_challenge")),
                        Objects.requireNonNull(query.get("nonce"))));
        var issuer = saysIssuer ? "&iss=" + URLEncoder.encode(issuer(), UTF_8) : "";
        return URI.create(
                "%s?code=%s&state=%s%s".formatted(query.get("redirect_uri"), code, query.get("state"), issuer));
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var basic = "Basic "
                + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET.replace(' ', '+')).getBytes(UTF_8));
        var grant = grants.remove(form.getOrDefault("code", ""));
        if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || grant == null
                || !grant.redirectUri().equals(form.get("redirect_uri"))
                || !grant.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        try {
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}"
                            .formatted(idToken(grant.nonce())));
        } catch (JOSEException e) {
            throw new IOException(e);
        }
    }

    private String idToken(String nonce) throws JOSEException {
        var now = clock.instant();
        var builder = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(subject)
                .claim("nonce", nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        claims.accept(builder);
        var forging = forger;
        return forging == null ? signed(JWSAlgorithm.RS256, key, builder.build()) : forging.token(builder.build());
    }

    static String signed(JWSAlgorithm algorithm, RSAKey with, JWTClaimsSet claims) throws JOSEException {
        return signed(algorithm, with.getKeyID(), new RSASSASigner(with), claims);
    }

    static String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> fields(String form) {
        var fields = new HashMap<String, String>();
        for (var field : form.split("&")) {
            var at = field.indexOf('=');
            if (at > 0) {
                fields.put(
                        URLDecoder.decode(field.substring(0, at), UTF_8),
                        URLDecoder.decode(field.substring(at + 1), UTF_8));
            }
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
