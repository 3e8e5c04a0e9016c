package com.socialflow.app.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that no client library would send: requests within requests, lines within headers and within the log. */
@Tag("engines")
class WireTest {

    /** An answer comes at once or not at all. */
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private static final String SMUGGLED = "GET /api/v1/accounts/@smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.1 \\d{3}");
    private static final Pattern TIMED =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) .*");

    /** Where one server would see one request and another two. */
    @Asvs("V4.2.1")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: LENGTH\r\nContent-Length: 0",
                "Content-Length: 0\r\nContent-Length: LENGTH",
                "Content-Length: +5",
                "Content-Length: 0, LENGTH",
                "Content-Length: 0x10",
                "Content-Length: -1",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding:\u000bchunked",
                "X: y\r\n Transfer-Encoding: chunked",
                "X\r: y",
                "X: a\rTransfer-Encoding: chunked"
            })
    void aRequestHasOneEnd(String headers) throws IOException {
        var answer = send("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + headers.replace("LENGTH", Integer.toString(SMUGGLED.length())) + "\r\n\r\n" + SMUGGLED);

        assertThat(ANSWER.matcher(answer).results().count()).as(answer).isLessThanOrEqualTo(1);
        assertThat(answer).doesNotContain("account-not-found");
    }

    @Asvs("V4.2.1")
    @Test
    void chunksAreStrongerThanALengthAndEndTheConnection() throws IOException {
        var answer = send("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED);

        assertThat(ANSWER.matcher(answer).results().count()).as(answer).isLessThanOrEqualTo(1);
    }

    /** Requests after it would pass by a proxy that took the connection for one of HTTP/1.1. */
    @Asvs("V4.2.1")
    @Test
    void aConnectionIsNotUpgradedToAnotherVersion() throws IOException {
        var answer =
                send("GET /actuator/health/readiness HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                        + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain(" 101 ");
    }

    @Asvs("V13.4.4")
    @Test
    void nobodyIsToldWhatAServerGot() throws IOException {
        for (var method : List.of("TRACE", "TRACK", "CONNECT", "PROPFIND", "DEBUG")) {
            var answer = send(method + " / HTTP/1.1\r\nHost: x\r\nX-Told: back\r\nConnection: close\r\n\r\n");

            assertThat(answer).as(method).matches("(?s)HTTP/1\\.1 (4..|501) .*").doesNotContain("back");
        }
    }

    /** Where what somebody sends goes back in a header. */
    @Asvs("V1.2.1")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorize?response_type=code&client_id=1&state=a%0d%0aInjected:%20yes",
                "/oauth2/authorize?response_type=code&client_id=a%0d%0aInjected:%20yes",
                "/connect/logout?state=a%0d%0aInjected:%20yes",
                "/api/v1/sign-in/none?next=/%0d%0aInjected:%20yes",
                "/api/v1/sign-in/a%0d%0aInjected:%20yes",
                "/api/v1/accounts/@a%0d%0aInjected:%20yes",
                "/media/images/a%0d%0aInjected:%20yes.jpg",
                "/api/docs?url=%0d%0aInjected:%20yes",
                "/login?next=%0d%0aInjected:%20yes"
            })
    void noLineOfSomebodysIsInAHead(String path) throws IOException {
        var answer = send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        var head = answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n")));

        assertThat(head.lines()).isNotEmpty().noneMatch(line -> line.startsWith("Injected"));
    }

    @Asvs({"V16.4.1", "V16.3.2"})
    @Test
    void noLineOfTheLogIsSomebodysOwn() throws IOException {
        var name = SharedProgram.freshPerson();
        var token = Person.anonymous(SharedProgram.get().address()).signIn(name).token();
        var esc = "\u001b[31mFORGED";
        // Refused for a role, so a line is written; its parts are the sender's.
        send("GET /api/v1/admin/audit?query=%0d%0aFORGED%1b[31m HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                + "\r\nUser-Agent: a" + esc + "\r\nX-Request-Id: b" + esc + "\r\nConnection: close\r\n\r\n");
        send("GET /api/v1/admin/accounts/a%0d%0aFORGED%1b HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                + "\r\nConnection: close\r\n\r\n");
        send("GET /api/v1/admin/audit?query=FORGED HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                + "\r\nConnection: close\r\n\r\n");
        Person.anonymous(SharedProgram.get().address())
                .post("/api/v1/sessions", "{\"login\":\"a\\r\\nFORGED \\u001b[31m\",\"password\":\"x\"}");

        var log = SharedProgram.get().output();

        assertThat(log).contains("/api/v1/admin/audit is refused to ").doesNotContain("\u001b");
        assertThat(log.lines()).noneMatch(line -> line.startsWith("FORGED"));
    }

    @Asvs("V16.2.5")
    @Test
    void noSecretIsInTheLog() {
        var somebody = SharedProgram.somebody();
        somebody.get("/api/v1/me");
        somebody.get("/api/v1/admin/audit");

        assertThat(SharedProgram.get().output())
                .doesNotContain(
                        Person.PASSWORD, somebody.token(), somebody.token().substring(0, 60));
    }

    @Asvs({"V16.2.2", "V16.2.4"})
    @Test
    void everyLineOfTheLogSaysWhenInOneWay() {
        var somebody = SharedProgram.somebody();
        somebody.get("/api/v1/admin/audit");

        var lines = SharedProgram.get()
                .output()
                .lines()
                .filter(line -> line.contains(" INFO ") || line.contains(" WARN ") || line.contains(" ERROR "))
                .toList();

        assertThat(lines).isNotEmpty().allMatch(line -> TIMED.matcher(line).matches());
    }

    /** Everything that comes back until the server closes or has no more to say. */
    private static String send(String bytes) throws IOException {
        var server = SharedProgram.get().address();
        var answer = new StringBuilder();
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            var buffer = new byte[16 * 1024];
            for (var read = socket.getInputStream().read(buffer); read >= 0; ) {
                answer.append(new String(buffer, 0, read, ISO_8859_1));
                read = socket.getInputStream().read(buffer);
            }
        } catch (SocketTimeoutException | SocketException e) {
            // It waits for another request, or hung up with bytes of ours unread.
            return answer.toString();
        }
        return answer.toString();
    }
}
