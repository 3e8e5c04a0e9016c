package com.socialflow.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;

/** Somebody in front of a fresh browser profile. */
final class Visitor implements AutoCloseable {

    /** What a browser says of itself that a person uses: Chromium without a window says that it is a program. */
    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36";

    /** What a page may take on a machine that also transcodes. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Visitor(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(millis(PATIENCE));
        setDefaultAssertionTimeout(millis(PATIENCE));
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        // A page that has unsaved work asks whether to leave: yes.
        page.onDialog(Dialog::accept);
    }

    /** A visitor with a desktop's window. */
    static Visitor arrives() {
        return arrives(ColorScheme.LIGHT);
    }

    static Visitor arrives(ColorScheme scheme) {
        return arrives(scheme, SharedProgram.get().address().toString());
    }

    /** A visitor who knows the program by a name: passkeys belong to names, not to numbers. */
    static Visitor arrivesByName() {
        var port = SharedProgram.get().address().getPort();
        return arrives(ColorScheme.LIGHT, "http://localhost:" + port);
    }

    /** A visitor whom the program takes for a person, so that views are counted. */
    static Visitor arrivesInPerson() {
        var address = SharedProgram.get().address().toString();
        return arrives(options(ColorScheme.LIGHT, address).setUserAgent(BROWSER));
    }

    private static Visitor arrives(ColorScheme scheme, String address) {
        return arrives(options(scheme, address));
    }

    private static Visitor arrives(Browser.NewContextOptions options) {
        return new Visitor(Chromium.get().newContext(options));
    }

    private static Browser.NewContextOptions options(ColorScheme scheme, String address) {
        return new Browser.NewContextOptions()
                .setBaseURL(address)
                .setColorScheme(scheme)
                .setLocale("en-GB")
                .setViewportSize(1280, 800);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Goes to a page of the program. */
    void open(String path) {
        page.navigate(path);
    }

    Locator at(String testId) {
        return page.getByTestId(testId);
    }

    /** Waits until it is shown. */
    Locator sees(String testId) {
        return sees(testId, PATIENCE);
    }

    Locator sees(String testId, Duration patience) {
        assertThat(at(testId)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(millis(patience)));
        return at(testId);
    }

    /** Waits until an attribute has a value. */
    void sees(Locator element, String attribute, String value, Duration patience) {
        assertThat(element)
                .hasAttribute(
                        attribute, value, new LocatorAssertions.HasAttributeOptions().setTimeout(millis(patience)));
    }

    /** Fills the form in, as a new person would. */
    void signUp(String username) {
        open("/register");
        at("register-username").fill(username);
        at("register-email").fill(username + "@example.org");
        at("register-password").fill(Person.PASSWORD);
        at("register-birth-date").fill("1990-05-17");
        at("register-submit").click();
        assertThat(at("register-form")).hasCount(0);
    }

    /** Gets this profile a session without the form. */
    void isSignedInAs(String username) {
        var answer = context.request()
                .post(
                        "/api/v1/sessions",
                        RequestOptions.create()
                                .setHeader("X-Socialflow-Session", "cookie")
                                .setData(Map.of("login", username, "password", Person.PASSWORD)));
        Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    /** Chooses a file in the system's own window, on the upload page. */
    void chooses(Path file) {
        page.waitForFileChooser(() -> at("choose-files").click()).setFiles(file);
    }

    /** Makes the line slow; bytes per second, -1 for no limit. */
    void sendsAtMost(int bytesPerSecond) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", bytesPerSecond);
        var session = protocol();
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", conditions);
    }

    CDPSession protocol() {
        return context.newCDPSession(page);
    }

    /** Keeps a picture of what is shown under target/screenshots. */
    void photographs(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    /** Errors of the page's own code, and what the Content-Security-Policy refused. */
    List<String> complaints() {
        return complaints;
    }

    private static double millis(Duration duration) {
        return (double) duration.toMillis();
    }

    @Override
    public void close() {
        context.close();
    }
}
