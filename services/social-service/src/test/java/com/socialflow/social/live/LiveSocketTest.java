package com.socialflow.social.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.social.SocialServiceTest;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.Person;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LiveSocketTest extends SocialServiceTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private LiveStreams streams;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void tellsTheSameAsTheStream() throws InterruptedException {
        var heard = new Heard();
        var socket = open("", alice, heard);
        assertThat(heard.next().path("event").asString()).isEqualTo("ready");

        send(1);

        var event = heard.next();
        assertThat(event.path("event").asString()).isEqualTo("notification");
        assertThat(event.path("data").path("n").asInt()).isEqualTo(1);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    @Test
    void goesOnWhereAnotherSocketOrStreamEnded() throws InterruptedException {
        var before = new Heard();
        var socket = open("", alice, before);
        var last = before.next().path("id").asString();
        socket.abort();
        send(1);
        send(2);

        var heard = new Heard();
        var second = open("?lastEventId=" + last, alice, heard);

        assertThat(heard.next().path("data").path("n").asInt()).isEqualTo(1);
        assertThat(heard.next().path("data").path("n").asInt()).isEqualTo(2);
        second.abort();
    }

    @Asvs("V4.4.2")
    @Test
    void doesNotListenToForeignPages() {
        assertThatThrownBy(() -> open("", alice, new Heard(), "Origin", "https://evil.example"))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(failure -> assertThat(status(failure)).isEqualTo(403));
        open("", alice, new Heard(), "Origin", "http://127.0.0.1:" + port).abort();
    }

    @Test
    void refusesStrangersAndPlainRequests() {
        assertThatThrownBy(() -> open("", null, new Heard()))
                .satisfies(failure -> assertThat(status(failure)).isEqualTo(401));
        assertThat(http.get("/api/v1/socket", alice).status()).isEqualTo(426);
    }

    @Test
    void answersPingsAndEndsWithWhoeverSaysTooMuch() throws InterruptedException {
        var heard = new Heard();
        var socket = open("", alice, heard);
        heard.next();
        socket.sendPing(ByteBuffer.wrap(new byte[] {1, 2, 3})).join();
        assertThat(heard.pongs.poll(5, TimeUnit.SECONDS)).isEqualTo(3);

        socket.sendText("x".repeat(10_000), true).join();

        assertThat(heard.closed.poll(5, TimeUnit.SECONDS)).isEqualTo(1009);
    }

    private static int status(Throwable failure) {
        return failure.getCause() instanceof WebSocketHandshakeException refused
                ? refused.getResponse().statusCode()
                : 0;
    }

    private WebSocket open(String query, @Nullable Person who, Heard heard, String... headers) {
        var builder = client.newWebSocketBuilder();
        if (who != null) {
            builder.header("Authorization", "Bearer " + who.token().get());
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        var uri = URI.create("ws://127.0.0.1:" + port + "/api/v1/socket" + query);
        return builder.buildAsync(uri, heard).join();
    }

    private void send(int n) {
        streams.send(Set.of(alice.account()), new LiveEvent("notification", Map.of("n", n)));
    }

    private static final class Heard implements WebSocket.Listener {

        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final BlockingQueue<Integer> pongs = new LinkedBlockingQueue<>();
        private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        JsonNode next() throws InterruptedException {
            return JSON.readTree(texts.poll(5, TimeUnit.SECONDS));
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                texts.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            pongs.add(message.remaining());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.add(status);
            return null;
        }
    }
}
