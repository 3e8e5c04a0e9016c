package com.socialflow.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A second factor: set up, asked for, and got around by a recovery code. */
class FactorsJourneyTest extends InBrowser {

    private static final int RECOVERY_CODES = 10;

    @Test
    void anAuthenticatorAppIsSetUpAndAskedForAtTheNextSignIn() {
        var name = SharedProgram.freshPerson();
        visitor.isSignedInAs(name);
        visitor.open("/settings/security");
        visitor.sees("totp-set-up").click();
        var secret = visitor.sees("totp-secret").textContent().strip();
        assertThat(visitor.at("totp-qr")).hasJSProperty("complete", true);
        var now = Instant.now();
        visitor.at("totp-code").fill(OneTimeCode.of(secret, now));
        visitor.photographs("totp");
        visitor.at("totp-submit").click();
        var codes = visitor.sees("recovery-codes").locator("li");
        assertThat(codes).hasCount(RECOVERY_CODES);
        var recovery = codes.first().textContent().strip();
        visitor.at("recovery-kept").click();
        assertThat(visitor.at("totp-state")).hasAttribute("data-on", "true");

        signOut();
        givesPassword(name);
        visitor.sees("second-code").fill("000000");
        visitor.at("second-submit").click();
        visitor.sees("problem");
        // Each code works once: this is the next one, which clocks that differ a little make valid already.
        visitor.at("second-code").fill(OneTimeCode.of(secret, now.plus(OneTimeCode.STEP)));
        visitor.at("second-submit").click();
        visitor.sees("studio-empty");

        signOut();
        givesPassword(name);
        visitor.sees("second-by-recovery-code").click();
        visitor.sees("second-code").fill(recovery);
        visitor.at("second-submit").click();
        visitor.sees("studio-empty");
        visitor.open("/settings/security");
        assertThat(visitor.sees("recovery-left")).containsText(Pattern.compile("^" + (RECOVERY_CODES - 1) + " "));
    }

    @Test
    void otherDevicesAreSeenAndSignedOut() {
        var name = SharedProgram.freshPerson();
        try (var phone = Visitor.arrives()) {
            phone.isSignedInAs(name);
            visitor.isSignedInAs(name);
            visitor.open("/settings/security");
            visitor.sees("session-list");
            assertThat(visitor.at("session-current")).hasCount(1);
            visitor.sees("sessions-end-others").click();
            assertThat(visitor.at("session")).hasCount(1);

            phone.open("/studio");
            phone.sees("sign-in-first");
        }
    }

    private void signOut() {
        visitor.open("/");
        visitor.at("account-menu").click();
        visitor.sees("sign-out").click();
        visitor.sees("rail-sign-in");
    }

    private void givesPassword(String name) {
        visitor.open("/login?next=/studio");
        visitor.sees("login-name").fill(name);
        visitor.at("login-password").fill(Person.PASSWORD);
        visitor.at("login-submit").click();
    }
}
