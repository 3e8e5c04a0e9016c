package com.socialflow.user.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.Problem;
import com.socialflow.testkit.Asvs;
import com.socialflow.user.UserSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final PasswordRules rules = new PasswordRules(new CommonPasswords(), new PasswordSettings(8));

    @Asvs({"V11.2.2", "V11.4.2"})
    @Test
    void keepsAHashWithItsParameters() {
        try (var passwords = passwords()) {
            var hash = passwords.hash("correct horse");

            assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(passwords.matches("correct horse", Optional.of(hash))).isTrue();
            assertThat(passwords.matches("Correct horse", Optional.of(hash))).isFalse();
            assertThat(passwords.outdated(hash)).isFalse();
            assertThat(passwords.outdated(hash.replace("m=19456", "m=9728"))).isTrue();
        }
    }

    @Test
    void takesTheSameCharactersTypedOtherwiseForTheSamePassword() {
        try (var passwords = passwords()) {
            var hash = passwords.hash("Bärenhöhle");

            assertThat(passwords.matches("Ba\u0308renho\u0308hle", Optional.of(hash)))
                    .isTrue();
        }
    }

    @Test
    void matchesNothingWithoutAHashOrWithoutAWholePassword() {
        try (var passwords = passwords()) {
            var hash = Optional.of(passwords.hash("correct horse"));

            assertThat(passwords.matches("correct horse", Optional.empty())).isFalse();
            assertThat(passwords.matches("", Optional.empty())).isFalse();
            assertThat(passwords.matches("a\ud800b", hash)).isFalse();
            assertThat(passwords.matches("x".repeat(1_000_000), hash)).isFalse();
        }
    }

    @Asvs("V6.2.5")
    @Test
    void allowsWhateverIsLongEnoughAndNotCommon() {
        for (var password : List.of(
                "correct horse",
                "пароль-и-лошадь",
                "🐎🔋📎🌻🎻🏔️🚲",
                "        leading space",
                "a\tb\u0000c d e f",
                "x7".repeat(4) + "yzq")) {
            assertThatCode(() -> rules.check(password, List.of("alice")))
                    .as(password)
                    .doesNotThrowAnyException();
        }
    }

    @Asvs({"V6.2.4", "V6.2.11"})
    @Test
    void refusesWhatAnybodyTriesFirst() {
        refuses("password1", "too-common");
        refuses("PaSsWoRd1", "too-common");
        refuses("iloveyou", "too-common");
        refuses("87654321", "too-common");
        refuses("abcdefghij", "too-common");
        refuses("abababababab", "too-common");
        refuses("alice#7!", "too-personal");
        refuses("ALICEALICE1", "too-personal");
    }

    @Asvs({"V6.2.1", "V6.2.9"})
    @Test
    void countsCharactersNotBytes() {
        refuses("🐎🔋📎🌻🎻🏔", "too-short");
        refuses("0123456789abcdef".repeat(16) + "x", "too-long");
        assertThatCode(() -> rules.check("0123456789abcdef".repeat(16), List.of()))
                .doesNotThrowAnyException();
        refuses("broken\ud800character", "malformed");
    }

    private void refuses(String password, String code) {
        assertThatThrownBy(() -> rules.check(password, List.of("alice")))
                .as(password)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.errors().getFirst().code()).isEqualTo(code));
    }

    private static Passwords passwords() {
        return new Passwords(
                new UserSettings(1, 8, Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1)), PasswordCost.COST);
    }
}
