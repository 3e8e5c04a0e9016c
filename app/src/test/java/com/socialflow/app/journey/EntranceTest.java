package com.socialflow.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.socialflow.testkit.Asvs;
import org.junit.jupiter.api.Test;

/** In and out: what a person sees who signs in, well or badly, and out again. */
class EntranceTest extends InBrowser {

    @Test
    void aWrongPasswordIsToldAndTheRightOneLetsInAgain() {
        var name = SharedProgram.freshPerson();
        visitor.open("/login?next=%2Fstudio");
        visitor.at("login-name").fill(name);
        visitor.at("login-password").fill("not this sentence");
        visitor.at("login-submit").click();
        assertThat(visitor.sees("problem")).containsText("password");

        visitor.at("login-password").fill(Person.PASSWORD);
        visitor.at("login-submit").click();
        visitor.sees("studio-empty");

        visitor.page().reload();
        visitor.sees("studio-empty");
    }

    @Asvs({"V7.4.4", "V14.3.1"})
    @Test
    void whoSignsOutIsOutOnEveryPage() {
        visitor.isSignedInAs(SharedProgram.freshPerson());
        visitor.open("/studio");
        visitor.sees("studio-empty");

        visitor.at("account-menu").click();
        visitor.sees("sign-out").click();
        visitor.sees("rail-sign-in");

        visitor.open("/studio");
        visitor.sees("sign-in-first");
    }

    @Test
    void aTakenNameIsToldAtItsField() {
        var name = SharedProgram.freshPerson();
        visitor.open("/register");
        visitor.at("register-username").fill(name);
        visitor.at("register-email").fill("another-" + name + "@example.org");
        visitor.at("register-password").fill(Person.PASSWORD);
        visitor.at("register-birth-date").fill("1990-05-17");
        visitor.at("register-submit").click();

        assertThat(visitor.at("register-username")).hasAttribute("aria-invalid", "true");
        assertThat(visitor.at("register-form").getByText("Somebody has this username already"))
                .isVisible();
    }
}
