package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** axe-core finds no serious fault on any page, light or dark. */
@Tag("browser")
class AccessibilityTest {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noPageHasAGraveFault(ColorScheme scheme) {
        var id = SharedProgram.readyVideo().path("id").asString();
        try (var visitor = Visitor.arrives(scheme)) {
            check(visitor, scheme, "/register", "register-form");
            check(visitor, scheme, "/login", "login-form");
            check(visitor, scheme, "/upload", "sign-in-first");
            check(visitor, scheme, "/nothing-here", "missing");

            var name = SharedProgram.freshName();
            var person = Person.registered(SharedProgram.get().address(), name);
            person.video("Waits for its bytes");
            visitor.isSignedInAs(name);
            check(visitor, scheme, "/", "video-grid");
            check(visitor, scheme, "/upload", "drop-zone");
            check(visitor, scheme, "/studio", "studio-list");
            check(visitor, scheme, "/watch/" + id, "player-play");
            visitor.at("player").hover();
            visitor.at("player-settings").click();
            visitor.sees("player-settings-menu");
            check(visitor, scheme + " settings");
        }
    }

    private static void check(Visitor visitor, ColorScheme scheme, String path, String landmark) {
        visitor.open(path);
        visitor.sees(landmark);
        visitor.photographs(scheme.name().toLowerCase(java.util.Locale.ROOT)
                + path.replaceFirst("/watch/.*", "/watch").replace('/', '-'));
        check(visitor, scheme + " " + path);
    }

    private static void check(Visitor visitor, String place) {
        var faults = new AxeBuilder(visitor.page()).analyze().getViolations();
        assertThat(faults.stream().filter(fault -> GRAVE.contains(String.valueOf(fault.getImpact()))))
                .as(place)
                .extracting(AccessibilityTest::words)
                .isEmpty();
    }

    private static String words(Rule fault) {
        var nodes = fault.getNodes().stream()
                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                .collect(Collectors.joining("\n"));
        return "%s (%s): %s\n%s".formatted(fault.getId(), fault.getImpact(), fault.getHelp(), nodes);
    }
}
