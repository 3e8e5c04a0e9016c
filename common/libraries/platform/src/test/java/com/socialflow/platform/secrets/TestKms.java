package com.socialflow.platform.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that speaks the JSON protocol of AWS KMS as far as this program: Encrypt, Decrypt, GenerateDataKey. */
final class TestKms implements AutoCloseable {

    static final String DISABLED = "arn:aws:kms:eu-central-1:123456789012:key/disabled";

    private static final String ARN = "arn:aws:kms:eu-central-1:123456789012:key/";

    private final JsonMapper json = new JsonMapper();
    private final SecureRandom random = new SecureRandom();
    private final HttpServer server;
    private volatile String lastAuthorization = "";

    private TestKms(HttpServer server) {
        this.server = server;
    }

    static TestKms start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var kms = new TestKms(server);
            server.createContext("/", kms::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return kms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String arn(int number) {
        return ARN + number;
    }

    String lastAuthorization() {
        return lastAuthorization;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            lastAuthorization = exchange.getRequestHeaders().getFirst("Authorization");
            var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            var request = json.readTree(exchange.getRequestBody().readAllBytes());
            var status = 200;
            Map<String, ?> body;
            try {
                body = act(target.substring(target.indexOf('.') + 1), request);
            } catch (Refusal refusal) {
                status = 400;
                body = Map.of("__type", refusal.type, "message", "refused");
            }
            var bytes = json.writeValueAsString(body).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Map<String, ?> act(String action, JsonNode request) {
        var arn = request.path("KeyId").asString();
        if (arn.equals(DISABLED)) {
            throw new Refusal("DisabledException");
        }
        var key = key(arn);
        var context = context(request);
        return switch (action) {
            case "Encrypt" ->
                Map.of("KeyId", arn, "CiphertextBlob", text(key.wrap(bytes(request, "Plaintext"), context)));
            case "Decrypt" ->
                Map.of(
                        "KeyId",
                        arn,
                        "Plaintext",
                        text(key.unwrap(bytes(request, "CiphertextBlob"), context)
                                .orElseThrow(() -> new Refusal("InvalidCiphertextException"))));
            case "GenerateDataKey" -> {
                var made = new byte[request.path("NumberOfBytes").asInt()];
                random.nextBytes(made);
                yield Map.of("KeyId", arn, "Plaintext", text(made), "CiphertextBlob", text(key.wrap(made, context)));
            }
            default -> throw new Refusal("UnsupportedOperationException");
        };
    }

    private static LocalKey key(String arn) {
        var bytes = new byte[32];
        var name = arn.substring(ARN.length()).getBytes(UTF_8);
        System.arraycopy(name, 0, bytes, 0, name.length);
        return new LocalKey(new SecretKeySpec(bytes, "AES"));
    }

    private static String context(JsonNode request) {
        var sorted = new TreeMap<String, String>();
        request.path("EncryptionContext")
                .properties()
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue().asString()));
        return sorted.toString();
    }

    private static byte[] bytes(JsonNode request, String name) {
        return Base64.getDecoder().decode(request.path(name).asString());
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** An error of the protocol. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String type;

        Refusal(String type) {
            this.type = type;
        }
    }
}
