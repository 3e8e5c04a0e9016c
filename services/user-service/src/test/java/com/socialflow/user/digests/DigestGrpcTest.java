package com.socialflow.user.digests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.AccountId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.user.v1.DigestItem;
import com.socialflow.proto.user.v1.LettersGrpc;
import com.socialflow.proto.user.v1.SendDigestRequest;
import com.socialflow.user.UserServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DigestGrpcTest extends UserServiceTest {

    private final LettersGrpc.LettersBlockingStub service;
    private final JdbcClient jdbc;

    DigestGrpcTest(Calls calls, JdbcClient jdbc) {
        this.service = calls.stub(LettersGrpc::newBlockingStub, "user");
        this.jdbc = jdbc;
    }

    private SendDigestRequest.Builder digest(String name, long id) {
        var account = AccountId.parse(api.register(name).text("id")).value();
        return SendDigestRequest.newBuilder()
                .setDigest(id)
                .setAccount(account)
                .setUnread(100)
                .setUnsubscribePath("/api/v1/digests/unsubscription?token=abc")
                .addItem(DigestItem.newBuilder()
                        .setKind("like")
                        .setWho("Bob {link} <b>")
                        .setOthers(3)
                        .setText("my {site}\r\nBcc: all"))
                .addItem(DigestItem.newBuilder().setKind("poll-ended"))
                .addItem(DigestItem.newBuilder().setKind("unheard-of").setWho("Eve"));
    }

    private void verify(String name, String locale) {
        jdbc.sql("""
                UPDATE "user".account SET email_verified_at = now(), locale = ? WHERE username = ?
                """).param(locale).param(name).update();
    }

    @Test
    void writesOneLetterInTheLanguageOfThePerson() {
        var name = someone();
        var request = digest(name, 1).build();
        verify(name, "de");

        assertThat(service.sendDigest(request).hasAccepted()).isTrue();
        assertThat(service.sendDigest(request).hasAccepted()).isTrue();

        var written = letters.to(name + "@example.com", "digest");
        assertThat(written).hasSize(1);
        assertThat(written.getFirst().subject()).isEqualTo("Was du verpasst hast: 99+ ungelesene Mitteilungen");
        assertThat(written.getFirst().text())
                .contains(
                        "Gefällt Bob {link} <b> und 3 andere: „my {site}",
                        "Deine Umfrage ist zu Ende",
                        "Etwas Neues",
                        "/api/v1/digests/unsubscription?token=abc")
                .doesNotContain("\nBcc");
    }

    @Test
    void writesToNoAddressThatMayBeSomebodyElses() {
        assertThat(service.sendDigest(digest(someone(), 2).build()).hasNoAddress())
                .isTrue();
        assertThat(service.sendDigest(digest(someone(), 3).setAccount(1).build())
                        .hasNoAddress())
                .isTrue();
    }

    @Test
    void linksNowhereElse() {
        var request = digest(someone(), 4);
        assertThatThrownBy(() -> service.sendDigest(
                        request.setUnsubscribePath("//evil.example/").build()))
                .hasMessageContaining("malformed");
    }
}
