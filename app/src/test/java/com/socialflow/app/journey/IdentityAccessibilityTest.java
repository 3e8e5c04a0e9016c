package com.socialflow.app.journey;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** axe-core finds no serious fault on the pages about people, light or dark. */
@Tag("browser")
class IdentityAccessibilityTest {

    private static final Map<String, String> DOORS = Map.of(
            "/forgot", "forgot-form",
            "/parental-consent", "parent-form",
            "/reset-password", "no-token",
            "/reset-password#token=unknown", "reset-form",
            "/confirm-email#token=unknown", "confirm-email-form",
            "/welcome#ticket=unknown", "welcome-form",
            "/policies/terms", "policy",
            "/policies/privacy", "policy",
            "/@nobody_of_this_name", "profile-missing");

    private static final Map<String, String> OWN = Map.of(
            "/settings/profile", "profile-form",
            "/settings/account", "email-address",
            "/settings/security", "session-list",
            "/settings/programs", "tokens-empty",
            "/settings/privacy", "consents",
            "/settings/appearance", "theme-dark",
            "/developer", "clients-empty",
            "/device", "device-form",
            "/admin", "admin-refused");

    private static final Map<String, String> OF_ADMINISTRATORS = Map.of(
            "/admin/accounts", "account-list",
            "/admin/approvals", "approvals",
            "/admin/invites", "invites",
            "/admin/registration", "mode-open",
            "/admin/messages", "messages",
            "/admin/audit", "audit-lines");

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noDoorHasAGraveFault(ColorScheme scheme) {
        try (var visitor = Visitor.arrives(scheme)) {
            DOORS.forEach((path, landmark) -> Axe.check(visitor, scheme, path, landmark));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noSettingHasAGraveFault(ColorScheme scheme) {
        var name = SharedProgram.freshPerson();
        try (var visitor = Visitor.arrives(scheme)) {
            visitor.isSignedInAs(name);
            OWN.forEach((path, landmark) -> Axe.check(visitor, scheme, path, landmark));
            Axe.check(visitor, scheme, "/@" + name + "?tab=videos", "profile-empty");
            visitor.open("/settings/security");
            visitor.sees("totp-set-up").click();
            visitor.sees("totp-form");
            Axe.check(visitor, scheme + " setting an authenticator up");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noPageOfAdministratorsHasAGraveFault(ColorScheme scheme) {
        try (var visitor = Visitor.arrives(scheme)) {
            visitor.isSignedInAs(SharedProgram.administrator());
            OF_ADMINISTRATORS.forEach((path, landmark) -> Axe.check(visitor, scheme, path, landmark));
        }
    }
}
