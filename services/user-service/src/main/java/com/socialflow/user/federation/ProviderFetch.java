package com.socialflow.user.federation;

import com.socialflow.user.federation.FederationFailure.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks providers: no longer, no more and nowhere else than was meant. No redirect is followed. */
@Component
class ProviderFetch implements AutoCloseable {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(3);

    /** From the first byte sent to the last one read. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    /** Bytes. The largest description or set of keys in use has a tenth of it. */
    private static final int ANSWER_BYTES_MAX = 256 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_MAX)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final JsonMapper json;

    ProviderFetch(JsonMapper json) {
        this.json = json;
    }

    ObjectNode get(URI address) {
        return send(HttpRequest.newBuilder(address).header("Accept", "application/json"));
    }

    ObjectNode post(URI address, String form, String authorization) {
        var request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(request);
    }

    private ObjectNode send(HttpRequest.Builder builder) {
        var request = builder.timeout(ANSWER_MAX).build();
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            var response = answer.get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw failure(request, "status " + response.statusCode());
            }
            if (json.readTree(response.body()) instanceof ObjectNode object) {
                return object;
            }
            throw failure(request, "no JSON object");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(request, "interrupted");
        } catch (TimeoutException e) {
            throw failure(request, "too slow");
        } catch (ExecutionException e) {
            throw failure(request, e.getCause() instanceof IOException io ? io.toString() : e.toString());
        } catch (JacksonException e) {
            throw failure(request, "no JSON");
        } finally {
            answer.cancel(true);
        }
    }

    private static FederationFailure failure(HttpRequest request, String what) {
        return new FederationFailure(
                Reason.PROVIDER_UNAVAILABLE,
                request.uri().getHost() + request.uri().getPath() + ": " + what);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
