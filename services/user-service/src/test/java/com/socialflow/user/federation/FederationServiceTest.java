package com.socialflow.user.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.TestClock;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The user service with two providers of identities, real ones, and browsers that go to them. */
abstract class FederationServiceTest extends UserServiceTest {

    static final TestProvider PROVIDER = TestProvider.start();
    static final TestProvider OTHER = TestProvider.start();

    /** The last of the forms that somebody fills in. */
    static final String BIRTH_DATE = "1990-05-17";

    protected final TestClock clock;
    protected String base = "";
    protected String person = "";
    protected Browser browser = new Browser("");

    FederationServiceTest(TestClock clock) {
        this.clock = clock;
    }

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry properties) {
        for (var entry : Map.of("acme", PROVIDER, "other", OTHER).entrySet()) {
            var prefix = "socialflow.federation." + entry.getKey() + ".";
            properties.add(prefix + "name", () -> entry.getKey().equals("acme") ? "Acme" : "Other");
            properties.add(prefix + "issuer", entry.getValue()::issuer);
            properties.add(prefix + "client-id", () -> TestProvider.CLIENT);
            properties.add(prefix + "client-secret", () -> TestProvider.SECRET);
        }
    }

    @BeforeEach
    void begin(@Value("${local.server.port}") int port) {
        base = "http://127.0.0.1:" + port;
        // What a test before this one let fail is forgotten.
        clock.advance(OidcProvider.QUIET);
        browser = new Browser(base);
        person = someone();
        PROVIDER.reset(clock, person);
        OTHER.reset(clock, person);
    }

    /** Goes to the provider, agrees there, and has the address to come back to. */
    protected URI callback(Browser in, String next, String... headers) {
        return PROVIDER.agree(location(in.get("/api/v1/sign-in/acme?next=" + next, headers)));
    }

    /** All of it: where the browser ends up. */
    protected URI signIn(Browser in, String... headers) {
        return location(in.get(callback(in, "/studio", headers).toString()));
    }

    protected static URI location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    protected static String hint(URI page, String name) {
        return TestProvider.fields(page.getRawFragment()).getOrDefault(name, "");
    }

    /** A browser in which somebody with a password is signed in. */
    protected Browser member(String name) {
        api.register(name);
        var in = new Browser(base);
        assertThat(in.send("POST", "/api/v1/sessions", Map.of("login", name, "password", Api.PASSWORD))
                        .statusCode())
                .isEqualTo(201);
        return in;
    }

    protected HttpResponse<String> join(Browser in, String ticket, String name) {
        return in.send(
                "POST",
                "/api/v1/accounts/federated",
                Map.of("ticket", ticket, "username", name, "birthDate", BIRTH_DATE));
    }
}
