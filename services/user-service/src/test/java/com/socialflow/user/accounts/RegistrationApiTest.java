package com.socialflow.user.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.TestClock;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import com.socialflow.user.accounts.Registrations.Origin;
import com.socialflow.user.accounts.Registrations.RegisterOutcome.Registered;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrationApiTest extends UserServiceTest {

    private final Registrations registrations;
    private final TestClock clock;

    RegistrationApiTest(Registrations registrations, TestClock clock) {
        this.registrations = registrations;
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
    void registersAChildWhoseParentAgreed() {
        var birthDate = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(9);
        var name = someone();
        var form = new RegistrationForm(
                name, name + "@example.com", Api.PASSWORD, null, birthDate.toString(), null, null, null, null);

        assertThat(registrations.register(form, Origin.parent("127.0.0.1"))).isInstanceOf(Registered.class);
    }

    @Test
    void registersWhomAnotherProviderKnowsWithoutAPassword() {
        var name = someone();
        var form = new RegistrationForm(name, name + "@example.com", null, null, "1990-05-17", null, null, null, null);

        var outcome = registrations.register(form, Origin.provider("127.0.0.1", true));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Registered.class,
                        made -> assertThat(made.account().emailVerifiedAt()).isNotNull());
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
