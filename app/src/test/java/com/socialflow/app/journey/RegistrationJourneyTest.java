package com.socialflow.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Ways into an account that lead through a letter. */
class RegistrationJourneyTest extends InBrowser {

    @Test
    void somebodySignsUpAndConfirmsTheAddressByTheLetter() {
        var name = SharedProgram.freshName();
        visitor.signUp(name);
        visitor.open("/settings/account");
        assertThat(visitor.sees("email-state")).hasAttribute("data-verified", "false");

        visitor.open(Outbox.link(name + "@example.org", "verify-email"));
        visitor.sees("email-verified");
        assertThat(visitor.page().url()).as("the address without its secret").endsWith("/verify-email");

        visitor.open("/settings/account");
        assertThat(visitor.sees("email-state")).hasAttribute("data-verified", "true");
        visitor.photographs("settings-account");
    }

    @Test
    void whoForgotThePasswordSetsAnotherByTheLetter() {
        var name = SharedProgram.freshPerson();
        visitor.open("/login");
        visitor.sees("login-forgot").click();
        // By name nothing goes to an address that is not proven to be the person's.
        visitor.sees("forgot-login").fill(name + "@example.org");
        visitor.at("forgot-submit").click();
        visitor.sees("forgot-sent");

        visitor.open(Outbox.link(name + "@example.org", "reset-password"));
        visitor.sees("reset-password").fill("another sentence that nobody guesses");
        visitor.at("reset-submit").click();
        visitor.sees("reset-done");

        visitor.open("/login?next=/studio");
        visitor.sees("login-name").fill(name);
        visitor.at("login-password").fill("another sentence that nobody guesses");
        visitor.at("login-submit").click();
        visitor.sees("studio-empty");
    }

    @Test
    void aChildAsksAParentWhoCreatesTheAccount() {
        var child = SharedProgram.freshName();
        var parent = "parent-of-" + child + "@example.org";
        var tenYearsAgo = LocalDate.now(ZoneOffset.UTC).minusYears(10).toString();
        visitor.open("/register");
        visitor.sees("register-birth-date").fill(tenYearsAgo);
        visitor.sees("parent-email").fill(parent);
        visitor.at("parent-ask").click();
        visitor.sees("parent-asked");

        visitor.open(Outbox.link(parent, "parental-consent"));
        visitor.sees("parent-name").fill("Alex Example");
        visitor.at("child-birth-date").fill(tenYearsAgo);
        visitor.at("child-username").fill(child);
        visitor.at("child-password").fill(Person.PASSWORD);
        visitor.at("parent-agrees").check();
        visitor.at("child-submit").click();
        visitor.sees("child-created");

        visitor.isSignedInAs(child);
        visitor.open("/settings/privacy");
        assertThat(visitor.sees("consent-personalised-ads")).not().isChecked();
    }
}
