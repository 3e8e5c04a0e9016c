package com.socialflow.user.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.testkit.Asvs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FederationSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "accounts.example.com",
                "http://accounts.example.com",
                "http://localhost.evil.example",
                "https://me:pw@accounts.example.com",
                "ftp://accounts.example.com",
                "https://accounts.example.com#x"
            })
    void asksNoProviderThatAnybodyOnTheWayCouldPlay(String issuer) {
        assertThatThrownBy(() -> settings("acme", issuer, List.of("openid"))).hasMessageContaining("issuer");
    }

    @Test
    void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> settings("Acme Inc", "https://a.example", List.of("openid")))
                .hasMessageContaining("socialflow.federation.Acme Inc");
        assertThatThrownBy(() -> settings("acme", "https://a.example", List.of("email")))
                .hasMessageContaining("socialflow.federation.acme.scopes");
    }

    @Asvs("V13.2.4")
    @Test
    void takesProvidersOfTheWebAndOfThisMachine() {
        assertThat(settings("acme", "https://a.example/tenant", List.of("openid"))
                        .federation())
                .hasSize(1);
        assertThat(settings("a-1", "http://127.0.0.1:8081", List.of("openid")).federation())
                .hasSize(1);
        assertThat(settings("acme", "https://a.example", List.of("openid")).toString())
                .doesNotContain("secret");
    }

    private static FederationSettings settings(String id, String issuer, List<String> scopes) {
        return new FederationSettings(
                Map.of(id, new FederationSettings.Provider("Acme", issuer, "client", "a-secret", scopes)));
    }
}
