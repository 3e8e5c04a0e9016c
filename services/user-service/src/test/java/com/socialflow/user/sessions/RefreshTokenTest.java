package com.socialflow.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void readsWhatItWrote() {
        var token = RefreshToken.first(4_711, random);

        var read = RefreshToken.parse(token.text()).orElseThrow();

        assertThat(read.text()).isEqualTo(token.text());
        assertThat(read.session()).isEqualTo(4_711);
        assertThat(read.secretHash()).isEqualTo(token.secretHash());
    }

    @Asvs("V7.2.3")
    @Test
    void isNotGuessedByWhoKnowsItsSession() {
        var guessed = RefreshToken.first(1, random).text();
        var tokens = new HashSet<String>();
        for (var i = 0; i < 1_000; i++) {
            tokens.add(RefreshToken.first(1, random).text());
        }

        assertThat(tokens).hasSize(1_000);
        // Six bits a character, without the session's id.
        assertThat(guessed.length() * 6 - Long.SIZE).isGreaterThanOrEqualTo(128 + 256);
    }

    @Test
    void keepsItsFamilyAndChangesItsSecret() {
        var token = RefreshToken.first(1, random);
        var next = token.next(random);

        assertThat(next.familyHash()).isEqualTo(token.familyHash());
        assertThat(next.secretHash()).isNotEqualTo(token.secretHash());
    }

    @Test
    void revealsItsSuccessorToItselfAlone() {
        var token = RefreshToken.first(1, random);
        var next = token.next(random);
        var sealed = next.sealedUnder(token);

        assertThat(token.unseal(sealed).text()).isEqualTo(next.text());
        assertThat(token.next(random).unseal(sealed).text()).isNotEqualTo(next.text());
    }

    @Test
    void isNothingElse() {
        var text = RefreshToken.first(1, random).text();

        for (var other : List.of("", "x", text + "A", text.substring(1), "!".repeat(text.length()), "\u0000")) {
            assertThat(RefreshToken.parse(other)).isEmpty();
        }
    }

    @Asvs("V16.2.5")
    @Test
    void doesNotShowItselfInLogs() {
        var token = RefreshToken.first(1, random);

        assertThat(token.toString()).doesNotContain(token.text());
    }
}
