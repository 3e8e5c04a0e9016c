package com.socialflow.user.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.TestClock;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import com.socialflow.user.accounts.ChildRegistrations.ChildForm;
import com.socialflow.user.accounts.ProvidedRegistrations.ProvidedForm;
import com.socialflow.user.accounts.ProvidedRegistrations.ProvidedOutcome;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrationApiTest extends UserServiceTest {

    private final ChildRegistrations children;
    private final ProvidedRegistrations provided;
    private final TestClock clock;

    RegistrationApiTest(ChildRegistrations children, ProvidedRegistrations provided, TestClock clock) {
        this.children = children;
        this.provided = provided;
        this.clock = clock;
    }

    @Test
    void tellsWhoseAddressItIsThatSomebodyTriedIt() {
        var name = someone();
        api.register(name);
        var form = new HashMap<>(Api.form(someone()));
        form.put("email", name + "@example.com");

        api.post("/api/v1/accounts", form).isProblem(409, "email-taken");
        api.post("/api/v1/accounts", form).isProblem(409, "email-taken");

        assertThat(letters.to(name + "@example.com", "account-exists")).hasSize(1);
    }

    @Test
    void stopsTellingWhoKeepsAskingForAddresses() {
        var name = someone();
        api.register(name);
        clock.advance(Duration.ofHours(2));
        var form = new HashMap<>(Api.form(someone()));
        form.put("email", name + "@example.com");
        for (var i = 0; i < 20; i++) {
            api.post("/api/v1/accounts", form).isProblem(409, "email-taken");
        }

        api.post("/api/v1/accounts", form).isProblem(429, "too-many-attempts");
        api.register(someone()).isProblem(429, "too-many-attempts");
        clock.advance(Duration.ofHours(2));
        assertThat(api.register(someone()).status()).isEqualTo(201);
    }

    @Test
    void asksNoChildToProveAnAddressAndLetsItChangeNone() {
        var birthDate = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(9);
        var name = someone();

        var child = children.register(children.prepare(new ChildForm(name, Api.PASSWORD, birthDate.toString(), null)));

        assertThat(child).isPresent();
        var person = bearer(api.signIn(name, Api.PASSWORD));
        api.call("PUT", "/api/v1/me/email", Map.of("email", "x_" + name + "@example.com"), person)
                .isProblem(403, "forbidden");
        api.post("/api/v1/me/email/verification", Map.of(), person).isProblem(403, "forbidden");
    }

    @Test
    void registersWhomAnotherProviderKnowsWithoutAPassword() {
        var name = someone();
        var form = new ProvidedForm(name, name + "@example.com", "1990-05-17", null, null, null);

        assertThat(provided.register(form, true)).isInstanceOf(ProvidedOutcome.Registered.class);

        assertThat(letters.to(name + "@example.com", "verify-email")).isEmpty();
        api.signIn(name, "anything").isProblem(401, "wrong-credentials");
    }

    @Test
    void wantsAPasskeyThatIsOne() {
        var form = new HashMap<>(Api.form(someone()));
        form.put("passkey", Map.of("ceremony", "x", "credential", Map.of()));
        api.post("/api/v1/accounts", form).isInvalid("passkey", "not-both");

        form.remove("password");
        form.put("passkey", Map.of("ceremony", "x"));
        api.post("/api/v1/accounts", form).isInvalid("passkey", "malformed");

        form.put("passkey", Map.of("ceremony", "x", "credential", Map.of("id", "y")));
        assertThat(api.post("/api/v1/accounts", form).status()).isBetween(400, 422);
        assertThat(api.get("/api/v1/accounts/@" + form.get("username")).status())
                .isEqualTo(404);
    }

    @Test
    void saysWhatIsWrongWithALocale() {
        var form = new HashMap<>(Api.form(someone()));
        for (var locale : new String[] {"", "english please", "und", "x".repeat(50)}) {
            form.put("locale", locale);
            api.post("/api/v1/accounts", form).isInvalid("locale", "malformed");
        }
    }
}
