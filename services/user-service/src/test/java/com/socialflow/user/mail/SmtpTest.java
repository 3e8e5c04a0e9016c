package com.socialflow.user.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.testkit.Asvs;
import com.socialflow.user.mail.Message.State;
import com.socialflow.user.mail.Smtp.Outcome;
import com.socialflow.user.mail.SmtpAddress.Security;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;

class SmtpTest {

    private static final String FROM = "Social Flow <no-reply@social.example>";
    private static final SSLSocketFactory DEFAULT = (SSLSocketFactory) SSLSocketFactory.getDefault();

    @Test
    void deliversTextAndHtmlThatMachinesDoNotAnswer() {
        try (var server = new TestSmtp(UnaryOperator.identity()).start()) {
            var outcomes = send(plain(server), message(1, "alice@example.com", "Grüße 🌻", "Hällo\nthere"));

            assertThat(outcomes).containsExactly(new Outcome.Accepted());
            var arrived = server.arrived().getFirst();
            assertThat(arrived.to()).isEqualTo("alice@example.com");
            assertThat(arrived.message())
                    .contains("From: Social Flow <no-reply@social.example>")
                    .contains("To: alice@example.com")
                    .contains("Auto-Submitted: auto-generated")
                    .contains("Message-ID: <0000000000001@social.example>")
                    .contains("multipart/alternative")
                    .contains("text/plain; charset=UTF-8", "text/html; charset=UTF-8");
        }
    }

    /** RFC 8058, section 3.1. */
    @Test
    void letsMailProgramsEndLettersThatAreOptional() {
        try (var server = new TestSmtp(UnaryOperator.identity()).start()) {
            var optional = new Message(
                    2,
                    "alice@example.com",
                    "digest",
                    "What you missed",
                    "a lot",
                    "<p>a lot",
                    "https://social.example/api/v1/digests/unsubscription?token=abc",
                    State.QUEUED,
                    1,
                    Instant.parse("2030-01-01T12:00:00Z"));

            send(plain(server), optional, message(3, "alice@example.com", "Hello", "there"));

            assertThat(server.arrived().getFirst().message())
                    .contains("List-Unsubscribe: <https://social.example/api/v1/digests/unsubscription?token=abc>")
                    .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
            assertThat(server.arrived().get(1).message()).doesNotContain("List-Unsubscribe");
        }
    }

    @Test
    void encryptsBeforeItSaysWhoItIs(@TempDir Path directory) throws GeneralSecurityException {
        var certificate = new TestCertificate(directory);
        var tls = certificate.server();
        try (var server = new TestSmtp(builder -> builder.enableTLS()
                        .requireTLS()
                        .startTlsSocketFactory(tls)
                        .requireAuth()
                        .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, _) -> {
                            if (!user.equals("mailer") || !password.equals("p@ss:word")) {
                                throw new LoginFailedException();
                            }
                        })))
                .start()) {
            var address = SmtpAddress.parse("smtp://mailer:p%%40ss%%3Aword@localhost:%d".formatted(server.port()));

            var outcomes = send(
                    new Smtp(address, FROM, certificate.trusting()), message(1, "alice@example.com", "Hello", "there"));

            assertThat(outcomes).containsExactly(new Outcome.Accepted());
            assertThat(server.arrived()).hasSize(1);
        }
    }

    @Asvs("V12.3.2")
    @Test
    void givesNothingToAServerWhoseCertificateNobodyVouchesFor(@TempDir Path directory)
            throws GeneralSecurityException {
        var certificate = new TestCertificate(directory);
        var tls = certificate.server();
        try (var server = new TestSmtp(builder -> builder.enableTLS().startTlsSocketFactory(tls)).start()) {
            var address = SmtpAddress.parse("smtp://localhost:" + server.port());

            assertThat(send(new Smtp(address, FROM, DEFAULT), message(1, "alice@example.com", "Hello", "there")))
                    .singleElement()
                    .isInstanceOf(Outcome.NotNow.class);
            assertThat(server.arrived()).isEmpty();
        }
    }

    @Test
    void givesNothingToAServerWithoutTls() {
        try (var server = new TestSmtp(UnaryOperator.identity()).start()) {
            var address = SmtpAddress.parse("smtp://localhost:" + server.port());

            assertThat(send(new Smtp(address, FROM, DEFAULT), message(1, "alice@example.com", "Hello", "there")))
                    .singleElement()
                    .isInstanceOf(Outcome.NotNow.class);
            assertThat(server.arrived()).isEmpty();
        }
    }

    @Test
    void speaksTlsFromTheFirstByte(@TempDir Path directory) throws GeneralSecurityException {
        var certificate = new TestCertificate(directory);
        var tls = certificate.server();
        try (var server = new TestSmtp(builder -> builder.serverSocketFactory(tls)).start()) {
            var address = SmtpAddress.parse("smtps://localhost:" + server.port());

            assertThat(send(
                            new Smtp(address, FROM, certificate.trusting()),
                            message(1, "alice@example.com", "Hello", "there")))
                    .containsExactly(new Outcome.Accepted());
        }
    }

    @Test
    void tellsARefusalForGoodFromOneForNow() {
        try (var server = new TestSmtp(UnaryOperator.identity()).start()) {
            var outcomes = send(
                    plain(server),
                    message(1, "nobody@example.com", "Hello", "there"),
                    message(2, "later@example.com", "Hello", "there"),
                    message(3, "alice@example.com", "Hello", "there"));

            assertThat(outcomes.get(0))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.reason()).contains("no such mailbox"));
            assertThat(outcomes.get(1))
                    .isInstanceOfSatisfying(
                            Outcome.NotNow.class,
                            refused -> assertThat(refused.reason()).contains("come back later"));
            assertThat(outcomes.get(2)).isEqualTo(new Outcome.Accepted());
        }
    }

    @Test
    void waitsForAServerThatIsAway() {
        var server = new TestSmtp(UnaryOperator.identity());

        assertThat(send(plain(server), message(1, "alice@example.com", "Hello", "there")))
                .singleElement()
                .isInstanceOf(Outcome.NotNow.class);
    }

    @Asvs("V1.3.11")
    @Test
    void letsNobodyAddAHeader() {
        try (var server = new TestSmtp(UnaryOperator.identity()).start()) {
            send(plain(server), message(1, "alice@example.com", "Hello\r\nBcc: eve@example.com\r\n\r\nbody", "there"));

            assertThat(server.arrived()).hasSize(1);
            assertThat(server.arrived().getFirst().message().lines().takeWhile(line -> !line.isEmpty()))
                    .noneMatch(line -> line.startsWith("Bcc"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@example.com\r\nBcc: eve@example.com",
                "alice@example.com,eve@example.com",
                "alice@example.com eve@example.com",
                "Alice <alice@example.com>",
                "<alice@example.com>",
                "alice@example.com>\r\nRCPT TO:<eve@example.com",
                "",
                "alice"
            })
    void writesToOneAddressAlone(String address) {
        assertThatThrownBy(() -> message(1, address, "Hello", "there")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAddressesOfServers() {
        assertThat(SmtpAddress.parse("smtp://u:p@mail.example.com"))
                .isEqualTo(new SmtpAddress(Security.STARTTLS, "mail.example.com", 587, "u", "p"));
        assertThat(SmtpAddress.parse("smtps://mail.example.com").port()).isEqualTo(465);
        assertThat(SmtpAddress.parse("smtp://relay:25?tls=none").security()).isEqualTo(Security.NONE);
        for (var bad : List.of("mail.example.com", "http://x", "smtp://x?tls=no", "smtps://x?tls=none", "smtp://a b")) {
            assertThatThrownBy(() -> SmtpAddress.parse(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(SmtpAddress.parse("smtp://u:secret@x").toString()).doesNotContain("secret");
    }

    private static Smtp plain(TestSmtp server) {
        return new Smtp(SmtpAddress.parse("smtp://127.0.0.1:%d?tls=none".formatted(server.port())), FROM, DEFAULT);
    }

    private static List<Outcome> send(Smtp smtp, Message... messages) {
        var outcomes = new ArrayList<Outcome>();
        smtp.send(List.of(messages), (_, outcome) -> outcomes.add(outcome));
        return outcomes;
    }

    private static Message message(long id, String to, String subject, String text) {
        return new Message(
                id,
                to,
                "verify-email",
                subject,
                text,
                "<p>" + text,
                null,
                State.QUEUED,
                1,
                Instant.parse("2030-01-01T12:00:00Z"));
    }
}
