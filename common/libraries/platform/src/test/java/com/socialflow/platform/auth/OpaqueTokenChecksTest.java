package com.socialflow.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.testkit.TestClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpaqueTokenChecksTest {

    private final TestClock clock = TestClock.atNoon();
    private final String token = OpaqueTokenText.make(new SecureRandom());
    private final Map<String, OpaqueTokens.Known> kept = new HashMap<>();
    private int asked;
    private final OpaqueTokenChecks checks = new OpaqueTokenChecks(
            () -> hash -> {
                asked++;
                return Optional.ofNullable(kept.get(HexFormat.of().formatHex(hash)));
            },
            clock);

    @Test
    void asksOnceInAWhile() {
        keep(clock.instant().plusSeconds(3_600));

        checks.check(token);
        checks.check(token);
        assertThat(asked).isEqualTo(1);

        clock.advance(OpaqueTokenChecks.REMEMBERED);
        checks.check(token);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void knowsTenSecondsLaterThatATokenWasTakenBack() {
        keep(clock.instant().plusSeconds(3_600));
        checks.check(token);
        kept.clear();

        clock.advance(Duration.ofSeconds(10));

        assertThat(refusal(token)).isEqualTo("token-invalid");
    }

    @Test
    void refusesAnExpiredTokenThoughItIsRemembered() {
        keep(clock.instant().plusSeconds(5));
        checks.check(token);

        clock.advance(Duration.ofSeconds(5));

        assertThat(refusal(token)).isEqualTo("token-expired");
    }

    @Test
    void asksNobodyAboutWhatIsNoToken() {
        for (var text : List.of(
                "sfp_",
                "sfp_x",
                token + "x",
                token.substring(1),
                token.substring(0, 20) + (token.charAt(20) == 'A' ? 'B' : 'A') + token.substring(21))) {
            assertThat(refusal(text)).isEqualTo("token-invalid");
        }
        assertThat(asked).isZero();
    }

    private void keep(Instant expires) {
        var actor = new Actor(
                new AccountId(1), "s", Set.of(), Instant.EPOCH, new Delegation("personal:1", Set.of("videos:read")));
        kept.put(
                HexFormat.of().formatHex(OpaqueTokenText.hash(token).orElseThrow()),
                new OpaqueTokens.Known(actor, expires));
    }

    private String refusal(String text) {
        var problem = catchThrowableOfType(Problem.class, () -> checks.check(text));
        assertThat(problem).as(text).isNotNull();
        return problem.code();
    }
}
