package com.socialflow.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** Passkeys, with an authenticator of Chromium's own. */
class PasskeyJourneyTest extends InBrowser {

    /** A browser that does not offer passkeys where it fills in a name: they are asked for by the button. */
    private static final String WITHOUT_FILLING_IN =
            "PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)";

    @Override
    Visitor arrival() {
        var arrived = Visitor.arrivesByName();
        VirtualPasskeys.giveTo(arrived);
        return arrived;
    }

    @Test
    void aPasskeyIsAddedAndSignsIn() {
        visitor.page().addInitScript(WITHOUT_FILLING_IN);
        addsPasskey(SharedProgram.freshPerson());
        signsOut();

        visitor.open("/login?next=/studio");
        visitor.sees("login-passkey").click();
        visitor.sees("studio-empty");
    }

    @Test
    void theBrowserOffersThePasskeyByItself() {
        addsPasskey(SharedProgram.freshPerson());
        signsOut();

        visitor.open("/login?next=/studio");
        visitor.sees("studio-empty");
    }

    @Test
    void anAccountBeginsWithAPasskeyAndWithoutAPassword() {
        var name = SharedProgram.freshName();
        visitor.open("/register");
        visitor.sees("register-birth-date").fill("1990-05-17");
        visitor.at("register-username").fill(name);
        visitor.at("register-email").fill(name + "@example.org");
        visitor.at("register-by-passkey").check();
        visitor.at("register-submit").click();
        assertThat(visitor.at("register-form")).hasCount(0);

        visitor.open("/settings/security");
        assertThat(visitor.sees("passkey")).hasCount(1);
    }

    private void addsPasskey(String name) {
        visitor.isSignedInAs(name);
        visitor.open("/settings/security");
        visitor.sees("passkey-add").click();
        visitor.sees("passkey-name").fill("The device of the test");
        visitor.at("passkey-submit").click();
        assertThat(visitor.sees("passkey")).containsText("The device of the test");
        visitor.photographs("passkeys");
    }

    private void signsOut() {
        visitor.open("/");
        visitor.at("account-menu").click();
        visitor.sees("sign-out").click();
        visitor.sees("rail-sign-in");
    }
}
