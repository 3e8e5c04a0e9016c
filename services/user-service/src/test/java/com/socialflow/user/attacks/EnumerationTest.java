package com.socialflow.user.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nobody finds out by trying who has an account. The name on an account is public; an address is not. That a
 * registration names a taken address, and how often, is RegistrationApiTest's.
 */
class EnumerationTest extends UserServiceTest {

    private static final Set<String> OF_EACH_REQUEST = Set.of("requestId");

    private String known = "";
    private String unknown = "";

    @BeforeEach
    void register() {
        known = someone() + "@example.com";
        api.register(known.substring(0, known.indexOf('@')));
        unknown = someone() + "@example.com";
    }

    @Test
    void signingInAnswersTheSame() {
        look(api.signIn(known, "a wrong password"), api.signIn(unknown, "a wrong password"));
        look(
                api.signIn(known, "a wrong password", "X-Socialflow-Session", "cookie"),
                api.signIn(unknown, "a wrong password", "X-Socialflow-Session", "cookie"));
    }

    @Test
    void askingForALinkAnswersTheSame() {
        look(
                api.post("/api/v1/password-resets", Map.of("login", known)),
                api.post("/api/v1/password-resets", Map.of("login", unknown)));
    }

    @Test
    void beginningWithAPasskeyAnswersTheSame() {
        var one = api.post("/api/v1/sessions/passkey/options", Map.of());
        var other = api.post("/api/v1/sessions/passkey/options", Map.of());

        assertThat(one.status()).isEqualTo(200);
        // No name is asked for, so no list of keys is told.
        assertThat(one.body().get("publicKey").path("allowCredentials").isEmpty()).isTrue();
        assertThat(names(one)).isEqualTo(names(other));
    }

    @Test
    void aTakenNameIsToldLikeAnyOtherAndNamesNoAddress() {
        var name = known.substring(0, known.indexOf('@'));
        var form = Api.form(name);

        var answer = api.post("/api/v1/accounts", form).isProblem(409, "username-taken");

        assertThat(answer.body().toString()).doesNotContain(known);
    }

    /** The same to whoever looks: status, headers, words. */
    private static void look(Answer one, Answer other) {
        assertThat(one.status()).isEqualTo(other.status());
        assertThat(one.headers().headerNames()).isEqualTo(other.headers().headerNames());
        assertThat(names(one)).isEqualTo(names(other));
        names(one).stream()
                .filter(name -> !OF_EACH_REQUEST.contains(name))
                .forEach(name -> assertThat(one.body().get(name)).as(name).isEqualTo(other.body().get(name)));
    }

    private static TreeSet<String> names(Answer answer) {
        return answer.body().propertyNames().stream().collect(Collectors.toCollection(TreeSet::new));
    }
}
