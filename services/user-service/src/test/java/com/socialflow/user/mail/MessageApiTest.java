package com.socialflow.user.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import org.junit.jupiter.api.Test;

class MessageApiTest extends UserServiceTest {

    @Test
    void showsAdministratorsWhatWouldBeSent() {
        var admin = signedIn(someone(), "admin");
        var name = someone();
        api.register(name);

        var page = api.get("/api/v1/admin/messages?limit=1", admin);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().getCacheControl()).contains("no-store");
        var message = page.body().get("items").get(0);
        assertThat(message.get("to").asString()).isEqualTo(name + "@example.com");
        assertThat(message.get("kind").asString()).isEqualTo("verify-email");
        assertThat(message.get("state").asString()).isEqualTo("local");
        assertThat(message.get("text").asString()).contains("http://localhost:", "/verify-email#token=");
        assertThat(page.text("nextCursor")).isNotEmpty();
    }

    @Asvs("V4.1.3")
    @Test
    void makesLinksOfWhatIsConfiguredNotOfWhatARequestSays() {
        var name = someone();
        api.post("/api/v1/accounts", Api.form(name), "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https");

        assertThat(letters.newest(name + "@example.com", "verify-email").text())
                .contains("http://localhost:")
                .doesNotContain("evil.example");
    }
}
