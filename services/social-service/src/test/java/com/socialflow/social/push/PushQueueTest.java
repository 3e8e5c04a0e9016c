package com.socialflow.social.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.socialflow.core.PostId;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.social.notifications.Kind;
import com.socialflow.social.notifications.Notification;
import com.socialflow.social.notifications.Notifications;
import com.socialflow.testkit.Person;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Against a server that plays the push service, and a device that decrypts. */
class PushQueueTest extends SocialServiceTest {

    private record Received(Map<String, List<String>> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    @Autowired
    private PushQueue queue;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private Notifications notifications;

    @Autowired
    private TransactionTemplate transactions;

    private final ConcurrentLinkedDeque<Received> received = new ConcurrentLinkedDeque<>();
    private volatile int status = 201;
    private HttpServer service;
    private Receiver device;
    private String endpoint;

    @BeforeEach
    void startService() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/push", this::take);
        service.start();
        device = Receiver.make();
        endpoint = "http://127.0.0.1:%d/push/%s".formatted(service.getAddress().getPort(), alice.account());
        // What other tests left waits for services that are not there.
        jdbc.sql("DELETE FROM social.push_subscription").update();
    }

    @AfterEach
    void stopService() {
        service.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void theDeviceReadsWhatHappened() throws Exception {
        subscriptions.add(alice.account(), endpoint, device.p256dh(), device.auth());
        var post = mention();

        deliver(1);

        var message = received.getFirst();
        var text = new JsonMapper().readTree(device.decrypt(message.body()));
        assertThat(text.path("kind").asString()).isEqualTo("mention");
        assertThat(text.path("people").path(0).asString()).isEqualTo("bob");
        assertThat(text.path("text").asString()).isEqualTo("hi @alice");
        assertThat(text.path("path").asString()).isEqualTo("/posts/" + post);
        assertThat(text.path("unread").asInt()).isEqualTo(1);
        assertThat(message.header("Content-encoding")).isEqualTo("aes128gcm");
        assertThat(message.header("Ttl")).isEqualTo("43200");
        assertThat(message.header("Urgency")).isEqualTo("normal");
        assertThat(message.header("Topic")).hasSize(13);
        eventually("nothing waits", () -> waiting(alice) == 0);
    }

    @Test
    void saysWhoWeAreAsTheServiceKnowsUs() throws Exception {
        subscriptions.add(alice.account(), endpoint, device.p256dh(), device.auth());
        mention();
        deliver(1);

        var authorization = received.getFirst().header("Authorization");
        var publicKey =
                http.get("/api/v1/me/push/key", alice).json().path("publicKey").asString();
        assertThat(authorization).startsWith("vapid t=").endsWith(", k=" + publicKey);
        var token = SignedJWT.parse(authorization.substring(8, authorization.indexOf(',')));
        var point = Points.read(Base64.getUrlDecoder().decode(publicKey)).orElseThrow();
        assertThat(token.verify(new ECDSAVerifier(point))).isTrue();
        assertThat(token.getJWTClaimsSet().getAudience())
                .containsExactly("http://127.0.0.1:" + service.getAddress().getPort());
        assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant())
                .isBefore(clock.instant().plus(Duration.ofHours(24)));
    }

    @Test
    void forgetsDevicesThatAreGone() throws Exception {
        subscriptions.add(alice.account(), endpoint, device.p256dh(), device.auth());
        status = 410;
        mention();

        deliver(1);

        eventually("the device is forgotten", () -> devicesOf(alice) == 0);
        assertThat(waiting(alice)).isZero();
    }

    @Test
    void comesBackLaterWhenTheServiceIsAway() throws Exception {
        subscriptions.add(alice.account(), endpoint, device.p256dh(), device.auth());
        status = 503;
        mention();
        deliver(1);
        eventually("it waits", () -> due(alice) == 0);
        queue.run();
        assertThat(received).hasSize(1);

        status = 201;
        clock.advance(Duration.ofMinutes(1));
        deliver(2);

        eventually("nothing waits", () -> waiting(alice) == 0);
    }

    @Test
    void saysNothingOfWhatWasTakenBack() throws Exception {
        subscriptions.add(alice.account(), endpoint, device.p256dh(), device.auth());
        transactions.executeWithoutResult(_ -> {
            var post = mention();
            notifications.withdraw(post);
        });
        queue.run();

        eventually("nothing waits", () -> waiting(alice) == 0);
        assertThat(received).isEmpty();
    }

    @Test
    void aPersonHasTenDevicesAndADeviceOnePerson() throws Exception {
        for (int n = 0; n <= Subscriptions.DEVICES_MAX; n++) {
            subscriptions.add(alice.account(), endpoint + n, device.p256dh(), device.auth());
        }
        assertThat(devicesOf(alice)).isEqualTo(Subscriptions.DEVICES_MAX);

        subscriptions.add(bob.account(), endpoint + 5, device.p256dh(), device.auth());

        assertThat(devicesOf(alice)).isEqualTo(Subscriptions.DEVICES_MAX - 1);
        assertThat(devicesOf(bob)).isEqualTo(1);
    }

    @Test
    void theApiTakesDevicesOfKnownServicesAlone() throws Exception {
        var answer = subscribe("https://fcm.googleapis.com/fcm/send/" + alice.account(), device.p256dh());
        assertThat(answer).isEqualTo(201);
        assertThat(subscribe("http://localhost/x", device.p256dh())).isEqualTo(422);
        var noPoint = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(new byte[] {4}, 65));
        assertThat(subscribe("https://fcm.googleapis.com/x", noPoint)).isEqualTo(422);
        assertThat(subscribe("https://fcm.googleapis.com/x", "short")).isEqualTo(422);

        var gone = http.send(
                "DELETE",
                "/api/v1/me/push/subscriptions",
                alice,
                BodyPublishers.ofString(
                        "{\"endpoint\":\"https://fcm.googleapis.com/fcm/send/" + alice.account() + "\"}"),
                "Content-Type",
                "application/json");
        assertThat(gone.status()).isEqualTo(204);
        assertThat(devicesOf(alice)).isZero();
    }

    private int subscribe(String address, String p256dh) {
        return http.post("/api/v1/me/push/subscriptions", alice, """
                        {"endpoint":"%s","expirationTime":null,"keys":{"p256dh":"%s","auth":"%s"}}
                        """.formatted(address, p256dh, device.auth()))
                .status();
    }

    private PostId mention() {
        var id = new PostId(ids.next());
        jdbc.sql("""
                INSERT INTO social.post (id, author_id, kind, state, text, visibility, who_may_reply, who_may_quote,
                                         root_id, created_at)
                VALUES (:id, :author, 'post', 'published', 'hi @alice', 'public', 'everyone', 'everyone', :id, :now)
                """)
                .param("id", id.value())
                .param("author", bob.account().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        transactions.executeWithoutResult(
                _ -> notifications.add(Notification.ofPost(Kind.MENTION, alice.account(), bob.account(), id)));
        return id;
    }

    /** The program's own round may be first. */
    private void deliver(int messages) {
        queue.run();
        eventually("the service has them", () -> received.size() >= messages);
    }

    /** Not under way, and not put off. */
    private int due(Person who) {
        return jdbc.sql("""
                SELECT count(*) FROM social.push_delivery AS delivery
                  JOIN social.push_subscription AS device ON device.id = delivery.subscription_id
                 WHERE device.account_id = ? AND (due_at <= ? OR due_at > ?)
                """)
                .param(who.account().value())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(clock.instant().plusSeconds(60).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private int waiting(Person who) {
        return jdbc.sql("""
                SELECT count(*) FROM social.push_delivery AS delivery
                  JOIN social.push_subscription AS device ON device.id = delivery.subscription_id
                 WHERE device.account_id = ?
                """).param(who.account().value()).query(Integer.class).single();
    }

    private int devicesOf(Person who) {
        return jdbc.sql("SELECT count(*) FROM social.push_subscription WHERE account_id = ?")
                .param(who.account().value())
                .query(Integer.class)
                .single();
    }
}
