package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks through a page for what keeps people out. */
final class Axe {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private static final String SETTLED = """
            () => Promise.allSettled(document.getAnimations()
                .filter(one => one.effect.getComputedTiming().endTime !== Infinity)
                .map(one => one.finished))
            """;

    private Axe() {}

    /** Opens a page, waits for what it is about, keeps a picture, and looks through it. */
    static void check(Visitor visitor, ColorScheme scheme, String path, String landmark) {
        visitor.open(path);
        visitor.sees(landmark);
        visitor.photographs(scheme.name().toLowerCase(Locale.ROOT) + nameOf(path));
        check(visitor, scheme + " " + path);
    }

    /** Looks through what is shown. */
    static void check(Visitor visitor, String place) {
        // What fades in has another contrast on its way.
        visitor.page().evaluate(SETTLED);
        var faults = new AxeBuilder(visitor.page())
                // At once in the page itself, instead of once more in another one: none of ours has frames.
                .setLegacyMode(true)
                .options(violationsAlone())
                .analyze()
                .getViolations();
        assertThat(faults.stream().filter(fault -> GRAVE.contains(String.valueOf(fault.getImpact()))))
                .as(place)
                .extracting(Axe::words)
                .isEmpty();
    }

    private static AxeRunOptions violationsAlone() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static String nameOf(String path) {
        return path.replaceFirst("/watch/.*", "/watch")
                .replaceFirst("[?#].*", "")
                .replace('/', '-');
    }

    private static String words(Rule fault) {
        var nodes = fault.getNodes().stream()
                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                .collect(Collectors.joining("\n"));
        return "%s (%s): %s\n%s".formatted(fault.getId(), fault.getImpact(), fault.getHelp(), nodes);
    }
}
