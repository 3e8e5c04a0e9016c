package com.socialflow.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.UserServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInLimitsTest extends UserServiceTest {

    private final SignInLimits limits;
    private final TestClock clock;

    SignInLimitsTest(SignInLimits limits, TestClock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Asvs("V6.3.1")
    @Test
    void allowAHundredInARowFromAnywhereHoweverPatientTheyAre() {
        var account = someone();
        for (var i = 0; i < 100; i++) {
            assertThat(take(account, i).retryAfter()).isZero();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(take(account, 100).retryAfter()).isGreaterThan(Duration.ofDays(6));
    }

    @Asvs("V6.1.1")
    @Test
    void areWhatTheDecisionAboutThemSays() throws IOException {
        var decision = Files.readString(Path.of(System.getProperty("project.root", "../.."))
                        .resolve("docs/decisions/0015-one-door-and-who-waits-at-it.md"))
                .replaceAll("\\s+", " ");

        assertThat(decision)
                .contains("after %d of one account from one network, %d from anywhere, %d from one network"
                        .formatted(
                                SignInLimits.ACCOUNT_AND_NETWORK.free(),
                                SignInLimits.ACCOUNT.free(),
                                SignInLimits.NETWORK.free()))
                .contains("1 minute to 1 hour")
                .contains("The hundredth in a row closes the account to passwords of strangers until a week passes")
                .contains("what strangers try does not keep it waiting");
        assertThat(SignInLimits.ACCOUNT.first()).isEqualTo(Duration.ofMinutes(1));
        assertThat(SignInLimits.ACCOUNT.most()).isEqualTo(Duration.ofHours(1));
        assertThat(SignInLimits.ACCOUNT.inARow()).isEqualTo(100);
        assertThat(SignInLimits.ACCOUNT.forgotten()).isEqualTo(Duration.ofDays(7));
    }

    @Asvs("V6.3.1")
    @Test
    void makeAnAddressWaitThatTriesManyAccounts() {
        var address = "198.51.100.7";
        for (var i = 0; i < SignInLimits.NETWORK.free(); i++) {
            assertThat(limits.take(someone(), address, Optional.empty()).retryAfter())
                    .isZero();
        }

        assertThat(limits.take(someone(), address, Optional.empty()).retryAfter())
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(limits.take(someone(), "198.51.100.8", Optional.empty()).retryAfter())
                .isZero();
    }

    @Test
    void doNotCountRightPasswordsOfASchool() {
        var address = "198.51.100.9";
        for (var i = 0; i < 2 * SignInLimits.NETWORK.free(); i++) {
            var attempt = limits.take(someone(), address, Optional.empty());
            assertThat(attempt.retryAfter()).isZero();
            limits.right(attempt);
        }
    }

    @Test
    void keepAKnownDeviceApartFromWhatOthersTry() {
        var account = someone();
        for (var i = 0; i < SignInLimits.ACCOUNT.free(); i++) {
            take(account, i);
        }

        assertThat(take(account, 900).retryAfter()).isPositive();
        assertThat(limits.take(account, "203.0.113.5", Optional.of(new byte[] {1}))
                        .retryAfter())
                .isZero();
    }

    @Test
    void makeAKnownDeviceWaitToo() {
        var account = someone();
        var device = Optional.of(new byte[] {2});
        for (var i = 0; i < SignInLimits.KNOWN_DEVICE.free(); i++) {
            assertThat(limits.take(account, "203.0.113.6", device).retryAfter()).isZero();
        }

        assertThat(limits.take(account, "203.0.113.6", device).retryAfter()).isPositive();
    }

    private SignInLimits.Try take(String account, int network) {
        return limits.take(account, "2001:db8:1:" + Integer.toHexString(network) + "::1", Optional.empty());
    }
}
