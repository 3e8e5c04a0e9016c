package com.socialflow.app.journey;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** axe-core finds no serious fault on any page, light or dark. */
@Tag("browser")
class AccessibilityTest {

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noPageHasAGraveFault(ColorScheme scheme) {
        var id = SharedProgram.readyVideo().path("id").asString();
        try (var visitor = Visitor.arrives(scheme)) {
            Axe.check(visitor, scheme, "/register", "register-form");
            Axe.check(visitor, scheme, "/login", "login-form");
            Axe.check(visitor, scheme, "/upload", "sign-in-first");
            Axe.check(visitor, scheme, "/nothing-here", "missing");

            var name = SharedProgram.freshName();
            var person = Person.registered(SharedProgram.get().address(), name);
            person.video("Waits for its bytes");
            visitor.isSignedInAs(name);
            Axe.check(visitor, scheme, "/?tab=videos", "video-grid");
            Axe.check(visitor, scheme, "/upload", "drop-zone");
            Axe.check(visitor, scheme, "/studio", "studio-list");
            Axe.check(visitor, scheme, "/watch/" + id, "player-play");
            visitor.at("player").hover();
            visitor.at("player-settings").click();
            visitor.sees("player-settings-menu");
            Axe.check(visitor, scheme + " settings");
        }
    }
}
