package com.socialflow.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private final VerifiedTokens tokens = new VerifiedTokens();
    private final VerifiedToken token =
            VerifiedToken.of(new Actor(new AccountId(1), "s", Set.of(), Instant.EPOCH, null), Instant.EPOCH);

    @Test
    void forgetsWhatIsNotUsedAndKeepsWhatIs() {
        tokens.add(VerifiedTokens.key("used"), token);
        tokens.add(VerifiedTokens.key("unused"), token);

        for (var i = 0; i < 25_000; i++) {
            tokens.add(VerifiedTokens.key("other " + i), token);
            assertThat(tokens.find(VerifiedTokens.key("used"))).isNotNull();
        }

        assertThat(tokens.find(VerifiedTokens.key("unused"))).isNull();
    }
}
