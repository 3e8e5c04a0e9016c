package com.socialflow.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.platform.fetch.FetchOutcome.Failed;
import com.socialflow.platform.fetch.FetchOutcome.Fetched;
import com.socialflow.platform.fetch.FetchOutcome.Reason;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.HostileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public server of these tests is on one address of this machine; all its others are as private as ever. */
class SafeFetchTest {

    private static final String PUBLIC = "127.0.0.77";
    private static final Wanted PAGE = new Wanted(Set.of("text/html"), 1_000, true);
    private static final Wanted WHOLE = new Wanted(Set.of("text/html"), 1_000, false);

    private final HostileServer server = new HostileServer(PUBLIC);
    private final HostileServer secret = new HostileServer("127.0.0.1");
    private final SafeFetch fetch = fetch(Resolver.ofThisMachine(), SafeFetch.TIME_MAX);

    private static SafeFetch fetch(Resolver resolver, Duration max) {
        var settings = new FetchSettings(List.of(80, 443), List.of(PUBLIC));
        return new SafeFetch(new StrangersClient(new Destinations(resolver, settings), "SocialFlow/test"), max);
    }

    @AfterEach
    void stop() {
        fetch.close();
        server.close();
        secret.close();
    }

    private String at(String path) {
        return "http://" + PUBLIC + ":" + server.port() + path;
    }

    @Test
    void fetchesAPageAndSaysWho() {
        server.page("/a?b", "<title>Hello</title>");

        var page = fetched(fetch.get(at("/a?b#part"), PAGE));

        assertThat(new String(page.body(), StandardCharsets.UTF_8)).isEqualTo("<title>Hello</title>");
        assertThat(page.mediaType()).isEqualTo("text/html");
        assertThat(page.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(server.requests().getFirst())
                .contains("User-Agent: SocialFlow/test", "Host: " + PUBLIC)
                .doesNotContain("Cookie", "Authorization", "Referer", "part");
    }

    @Test
    void followsThreeRedirectsAndNoMore() {
        server.redirect("/1", "/2")
                .redirect("/2", "3")
                .redirect("/3", at("/end"))
                .page("/end", "here");
        server.redirect("/0", "/1").redirect("/loop", "/loop");

        var page = fetched(fetch.get(at("/1"), PAGE));
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).isEqualTo("here");
        assertThat(page.address()).hasToString(at("/end"));
        assertThat(reason(fetch.get(at("/0"), PAGE))).isEqualTo(Reason.TOO_MANY_REDIRECTS);
        assertThat(reason(fetch.get(at("/loop"), PAGE))).isEqualTo(Reason.TOO_MANY_REDIRECTS);
    }

    @Asvs({"V1.3.6", "V15.3.2"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "http://localhost:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://[::ffff:7f00:1]:PORT/",
                "http://[::1]:PORT/",
                "http://[64:ff9b::7f00:1]/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://2130706433:PORT/",
                "http://0177.0.0.1:PORT/",
                "http://0x7f.0.0.1:PORT/",
                "http://127.1:PORT/",
                "http://0.0.0.0:PORT/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/",
                "http://10.0.0.1/",
                "http://224.0.0.1/",
                "http://192.0.2.1:22/",
                "file:///etc/passwd",
                "ftp://127.0.0.1/",
                "http://user@127.0.0.1:PORT/"
            })
    void asksNobodyInside(String address) {
        var inside = address.replace("PORT", String.valueOf(secret.port()));
        secret.page("/", "secret");
        server.redirect("/there", inside);

        assertThat(reason(fetch.get(inside, PAGE))).isEqualTo(Reason.FORBIDDEN);
        assertThat(reason(fetch.get(at("/there"), PAGE))).isEqualTo(Reason.FORBIDDEN);
        assertThat(secret.requests()).isEmpty();
    }

    @Test
    void asksOtherPortsOfNobody() {
        var page = fetch(_ -> List.of(InetAddress.ofLiteral("1.1.1.1")), Duration.ofSeconds(1))
                .get("http://one.example:6379/", PAGE);

        assertThat(reason(page)).isEqualTo(Reason.FORBIDDEN);
    }

    /** The name server says one thing first and another one afterwards. */
    @Test
    void connectsToWhatItLookedAt() {
        var answers = new ArrayDeque<>(List.of(PUBLIC, "127.0.0.1", "127.0.0.1"));
        server.page("/", "public");
        secret.page("/", "secret");
        try (var rebound = fetch(_ -> List.of(InetAddress.ofLiteral(answers.removeFirst())), SafeFetch.TIME_MAX)) {
            var address = "http://rebinding.example:" + server.port() + "/";

            assertThat(new String(fetched(rebound.get(address, PAGE)).body(), StandardCharsets.UTF_8))
                    .isEqualTo("public");
            assertThat(reason(rebound.get(address, PAGE))).isEqualTo(Reason.FORBIDDEN);
        }
        assertThat(secret.requests()).isEmpty();
    }

    @Test
    void looksUpNamesOfOtherAlphabetsAsNameServersKnowThem() {
        var asked = new ArrayList<String>();
        Resolver resolver = host -> {
            asked.add(host);
            return List.of(InetAddress.ofLiteral(PUBLIC));
        };
        server.page("/", "hello");
        try (var there = fetch(resolver, SafeFetch.TIME_MAX)) {
            fetched(there.get("http://bücher.example:" + server.port() + "/", PAGE));
        }

        assertThat(asked).containsExactly("xn--bcher-kva.example");
        assertThat(server.requests().getFirst()).contains("Host: xn--bcher-kva.example");
    }

    @Test
    void oneAddressInsideIsEnoughToAskNone() {
        try (var mixed = fetch(
                _ -> List.of(InetAddress.ofLiteral(PUBLIC), InetAddress.ofLiteral("10.0.0.1")), SafeFetch.TIME_MAX)) {
            assertThat(reason(mixed.get("http://mixed.example:" + server.port() + "/", PAGE)))
                    .isEqualTo(Reason.FORBIDDEN);
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void readsNoMoreThanWanted() {
        server.on("/endless", out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(new byte[8_192]);
            }
        });
        server.on("/chunks", out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(("400\r\n" + "x".repeat(1024) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        });
        var bomb = HostileServer.packed(200_000_000);
        server.on("/bomb", out -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: "
                            + bomb.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(bomb);
        });
        var start = System.nanoTime();

        for (var path : List.of("/endless", "/chunks", "/bomb")) {
            assertThat(fetched(fetch.get(at(path), PAGE)).body()).hasSize(1_001);
            assertThat(reason(fetch.get(at(path), WHOLE))).isEqualTo(Reason.TOO_LARGE);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void waitsNoLongerThanAllowedInAll() {
        server.on("/silent", _ -> Thread.sleep(Duration.ofSeconds(20)));
        server.on("/slow", out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (var i = 0; i < 400; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
            }
        });
        server.on("/slow-headers", out -> {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            for (var i = 0; i < 400; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
            }
        });
        try (var hasty = fetch(Resolver.ofThisMachine(), Duration.ofMillis(300))) {
            for (var path : List.of("/silent", "/slow", "/slow-headers")) {
                var start = System.nanoTime();
                assertThat(reason(hasty.get(at(path), PAGE))).isEqualTo(Reason.TOO_SLOW);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            }
            // Nobody answers what begins a TLS connection.
            assertThat(reason(hasty.get(at("/").replace("http:", "https:"), PAGE)))
                    .isEqualTo(Reason.TOO_SLOW);
        }
    }

    @Test
    void takesNothingThatIsNoPage() {
        server.on("/zip", "HTTP/1.1 200 OK\nContent-Type: application/zip\nContent-Length: 1\n\nx");
        server.on("/untyped", "HTTP/1.1 200 OK\nContent-Length: 1\n\nx");
        server.on("/strange", "HTTP/1.1 200 OK\nContent-Type: ;;;\nContent-Length: 1\n\nx");
        server.on("/packed", "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: br\nContent-Length: 1\n\nx");
        for (var path : List.of("/zip", "/untyped", "/strange", "/packed")) {
            assertThat(reason(fetch.get(at(path), PAGE))).as(path).isEqualTo(Reason.TYPE);
        }
        assertThat(reason(fetch.get(at("/missing"), PAGE))).isEqualTo(Reason.STATUS);
    }

    @Test
    void takesNothingThatIsNoHttp() {
        server.on("/noise", "SSH-2.0-OpenSSH_9.9\n\n");
        server.on("/nothing", "");
        server.on("/broken", "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: gzip\n\nnot packed");
        server.on("/huge", "HTTP/1.1 200 OK\nX: " + "x".repeat(100_000) + "\n\n");
        server.on("/many", "HTTP/1.1 200 OK\n" + "X: x\n".repeat(1_000) + "\n");
        server.on("/nowhere", "HTTP/1.1 302 Found\nLocation: http://[/\nContent-Length: 0\n\n");

        for (var path : List.of("/noise", "/nothing", "/broken", "/huge", "/many")) {
            assertThat(reason(fetch.get(at(path), PAGE))).as(path).isEqualTo(Reason.UNREACHABLE);
        }
        assertThat(reason(fetch.get(at("/nowhere"), PAGE))).isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void seesThatNobodyListens() throws IOException {
        // Its port is nobody else's meanwhile.
        try (var silent = new Socket()) {
            silent.bind(new InetSocketAddress(0));
            var closed = at("/").replace(":" + server.port(), ":" + silent.getLocalPort());

            assertThat(reason(fetch.get(closed, PAGE))).isEqualTo(Reason.UNREACHABLE);
        }
    }

    @Test
    void takesAPageOfACharsetThatNobodyKnows() {
        server.on("/", "HTTP/1.1 200 OK\nContent-Type: text/html; charset=klingon\nContent-Length: 1\n\nx");

        assertThat(fetched(fetch.get(at("/"), PAGE)).charset()).isNull();
    }

    private static Fetched fetched(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(Fetched.class);
        return (Fetched) outcome;
    }

    private static Reason reason(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(Failed.class);
        return ((Failed) outcome).reason();
    }
}
