package com.socialflow.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What administrators do, and others may not even see. */
class AdministrationJourneyTest extends InBrowser {

    @Test
    void somebodyIsSuspendedAndRestored() {
        var name = SharedProgram.freshPerson();
        visitor.isSignedInAs(SharedProgram.administrator());
        visitor.open("/admin/accounts");
        visitor.sees("accounts-search").fill(name);
        assertThat(visitor.at("account-row")).hasCount(1);
        visitor.at("account-open").click();
        visitor.sees("suspend-reason").fill("It is only a test");
        visitor.at("account-suspend").click();
        visitor.sees("account-restore");
        visitor.photographs("admin-account");
        triesToSignIn(name, "account-suspended");

        visitor.at("account-restore").click();
        visitor.sees("account-suspend");
        visitor.open("/admin/audit");
        visitor.sees("audit-action").fill("admin.suspend");
        visitor.at("audit-search").click();
        assertThat(visitor.at("audit-line").first()).hasAttribute("data-action", "admin.suspend");
    }

    @Test
    void invitationsAreMadeAndTheirLinksShown() {
        visitor.isSignedInAs(SharedProgram.administrator());
        visitor.open("/admin/invites");
        visitor.sees("invite-new").click();
        visitor.sees("invite-count").fill("2");
        visitor.at("invite-submit").click();
        assertThat(visitor.sees("invite-links"))
                .containsText(Pattern.compile("/register#\\w+=.+\\n.+/register#\\w+=.+"));
        visitor.at("invites-done").click();
        visitor.sees("invites");
    }

    @Test
    void othersAreRefused() {
        visitor.isSignedInAs(SharedProgram.freshPerson());
        visitor.open("/admin");
        visitor.sees("admin-refused");
        visitor.at("account-menu").click();
        visitor.sees("menu-settings");
        assertThat(visitor.at("menu-admin")).hasCount(0);
    }

    private static void triesToSignIn(String name, String code) {
        try (var other = Visitor.arrives()) {
            other.open("/login");
            other.sees("login-name").fill(name);
            other.at("login-password").fill(Person.PASSWORD);
            other.at("login-submit").click();
            assertThat(other.sees("problem")).hasAttribute("data-code", code);
        }
    }
}
