package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Response;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a first view takes and how it behaves while it comes, on a processor slowed down four times. */
@Tag("browser")
@Isolated("What else runs would be measured with it.")
class FirstViewTest {

    private static final long BYTES_MAX = 100 * 1024;
    private static final int SLOW_DOWN = 4;
    private static final double LARGEST_PAINT_MAX_MILLIS = 1_500;
    private static final double LAYOUT_SHIFT_MAX = 0.05;
    private static final double LONG_TASK_MAX_MILLIS = 200;

    /** The machine does other things besides. */
    private static final int TRIES = 4;

    private static final double LOAD_MAX = 3;

    private static final Set<String> COUNTED = Set.of("document", "script", "stylesheet");

    private static final String OBSERVE = """
        window.seen = { paint: 0, shift: 0, task: 0 };
        const watch = (type, note) => new PerformanceObserver(list => list.getEntries().forEach(note))
          .observe({ type, buffered: true });
        watch('largest-contentful-paint', entry => { seen.paint = entry.startTime; });
        watch('layout-shift', entry => { if (!entry.hadRecentInput) seen.shift += entry.value; });
        watch('longtask', entry => { seen.task = Math.max(seen.task, entry.duration); });
        """;

    /** What was measured of one view. */
    private record View(double paint, double shift, double task) {
        boolean fits() {
            return paint < LARGEST_PAINT_MAX_MILLIS && task < LONG_TASK_MAX_MILLIS;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "watch"})
    void isLightQuickAndStill(String page) {
        var video = SharedProgram.readyVideo().path("id").asString();
        var path = page.equals("home") ? "/" : "/watch/" + video;
        var landmark = page.equals("home") ? "video-grid" : "player-play";
        try (var visitor = Visitor.arrives()) {
            assertThat(weight(visitor, path, landmark))
                    .as("bytes of script and style")
                    .isLessThan(BYTES_MAX);
            assertThat(visitor.complaints()).isEmpty();
        }

        var views = new ArrayList<View>();
        do {
            views.add(view(path, landmark));
        } while (views.size() < TRIES && !views.getLast().fits());

        var last = views.getLast();
        assertThat(last.shift()).as("layout shift").isLessThan(LAYOUT_SHIFT_MAX);
        // What a busy machine measures is itself.
        assumeTrue(last.fits() || load() < LOAD_MAX, () -> "too busy to tell: load " + load() + ", " + views);
        assertThat(last.fits()).as("the quickest of %s", views).isTrue();
    }

    /** Processes that want each core, over the last minute. */
    private static double load() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return machine.getSystemLoadAverage() / machine.getAvailableProcessors();
    }

    /** Compressed bytes of the page's script and style, without what plays. */
    private static long weight(Visitor visitor, String path, String landmark) {
        var answers = new CopyOnWriteArrayList<Response>();
        visitor.page().onResponse(answers::add);
        visitor.open(path);
        visitor.sees(landmark);
        visitor.page().waitForLoadState(com.microsoft.playwright.options.LoadState.LOAD);
        var total = 0L;
        for (var answer : List.copyOf(answers)) {
            var player = answer.url().matches(".*/(hls|hlsSource)[-.].*");
            if (COUNTED.contains(answer.request().resourceType()) && !player) {
                assertThat(answer.headerValue("content-encoding"))
                        .as(answer.url())
                        .isIn("br", "gzip");
                total += answer.request().sizes().responseBodySize;
            }
        }
        return total;
    }

    private static View view(String path, String landmark) {
        try (var visitor = Visitor.arrives()) {
            var slow = new JsonObject();
            slow.addProperty("rate", SLOW_DOWN);
            visitor.protocol().send("Emulation.setCPUThrottlingRate", slow);
            visitor.page().addInitScript(OBSERVE);
            visitor.open(path);
            visitor.sees(landmark);
            visitor.page().waitForTimeout(1_000);
            return new View(number(visitor, "paint"), number(visitor, "shift"), number(visitor, "task"));
        }
    }

    private static double number(Visitor visitor, String name) {
        return ((Number) visitor.page().evaluate("() => window.seen." + name)).doubleValue();
    }
}
