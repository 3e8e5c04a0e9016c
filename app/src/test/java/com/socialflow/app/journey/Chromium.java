package com.socialflow.app.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The one browser of this JVM: Debian's Chromium, or the one that {@code -Dchromium=} names; {@code -Dchromium=none}
 * says that there is none, and its journeys are skipped, which the reports show.
 */
final class Chromium {

    private static final String NONE = "none";

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @Nullable
    private static Browser browser;

    private Chromium() {}

    /** The browser, started when first asked for; skips the calling test where there is none. */
    static synchronized Browser get() {
        var executable = executable();
        Assumptions.assumeTrue(executable.isPresent(), "there is no Chromium here: journeys in it are skipped");
        if (browser == null) {
            // The driver's own environment: without the library path of ffmpeg, and without a download of browsers.
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable.get())
                            .setEnv(environment())
                            .setArgs(ARGUMENTS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Optional<Path> executable() {
        var named = System.getProperty("chromium", "");
        if (named.equals(NONE)) {
            return Optional.empty();
        }
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        environment.remove("LD_LIBRARY_PATH");
        return environment;
    }
}
