package com.socialflow.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions whose tokens travel in cookies. */
class BrowserSessionTest extends UserServiceTest {

    private static final String[] OURS = {"X-Socialflow-Csrf", "1"};

    private final TestClock clock;
    private String name = "";

    BrowserSessionTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void register() {
        name = someone();
        api.register(name);
    }

    @Asvs({"V3.3.2", "V3.3.4", "V10.1.1"})
    @Test
    void keepsTokensFromScripts() {
        var answer = signIn();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().propertyNames()).containsExactlyInAnyOrder("tokenType", "expiresIn");
        assertThat(answer.text("tokenType")).isEqualTo("cookie");
        assertThat(answer.setCookie("sf_access").orElseThrow())
                .contains("; Path=/;", "; HttpOnly", "; SameSite=Lax", "Max-Age=600")
                .doesNotContain("Secure");
        assertThat(answer.setCookie("sf_refresh").orElseThrow())
                .contains("; Path=/api/v1/sessions;", "; HttpOnly", "; SameSite=Lax", "Max-Age=2592000");
    }

    @Test
    void isRecognizedByItsCookie() {
        assertThat(api.get("/api/v1/me", cookies(signIn())).text("username")).isEqualTo(name);
    }

    @Test
    void changesNothingForOtherSites() {
        var session = signIn();

        signOut(session).isProblem(403, "cross-site");
        signOut(session, "X-Socialflow-Csrf", "1", "Sec-Fetch-Site", "cross-site")
                .isProblem(403, "cross-site");
        signOut(session, "X-Socialflow-Csrf", "1", "Origin", "https://evil.example")
                .isProblem(403, "cross-site");

        assertThat(api.get("/api/v1/me", cookies(session)).status()).isEqualTo(200);
        assertThat(signOut(session, "X-Socialflow-Csrf", "1", "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void losesItsCookiesWhenSignedOut() {
        var session = signIn();

        var answer = signOut(session, OURS);

        assertThat(answer.cookie("sf_access")).isEmpty();
        assertThat(answer.cookie("sf_refresh")).isEmpty();
        api.get("/api/v1/me", cookies(session)).isProblem(401, "token-invalid");
        refresh(session, OURS).isProblem(401, "session-over");
    }

    @Test
    void signsOutThoughItsAccessTokenHasExpired() {
        var session = signIn();
        clock.advance(Duration.ofMinutes(11));

        signOut(session).isProblem(403, "cross-site");
        assertThat(signOut(session, OURS).status()).isEqualTo(204);

        refresh(session, OURS).isProblem(401, "session-over");
    }

    @Test
    void goesOnWithNewCookies() {
        var session = signIn();
        clock.advance(Duration.ofMinutes(11));

        refresh(session).isProblem(403, "cross-site");
        var next = refresh(session, OURS);

        assertThat(next.status()).isEqualTo(200);
        assertThat(next.text("tokenType")).isEqualTo("cookie");
        assertThat(api.get("/api/v1/me", cookies(next)).status()).isEqualTo(200);
    }

    @Test
    void givesTabsThatRefreshTogetherTheSameToken() {
        var session = signIn();

        var answers = Api.atOnce(8, () -> refresh(session, OURS));

        var tokens = new HashSet<String>();
        for (var answer : answers) {
            assertThat(answer.status()).isEqualTo(200);
            tokens.add(answer.cookie("sf_refresh"));
        }
        assertThat(tokens).hasSize(1);
        assertThat(refresh(answers.getFirst(), OURS).status()).isEqualTo(200);
    }

    @Test
    void endsWhenARefreshTokenComesBackLater() {
        var session = signIn();
        var next = refresh(session, OURS);
        clock.advance(Rotation.TABS_AGREE);

        refresh(session, OURS).isProblem(401, "refresh-token-reused");

        var over = refresh(next, OURS).isProblem(401, "session-over");
        assertThat(over.cookie("sf_refresh")).isEmpty();
    }

    @Test
    void hasNoTokensForBodies() {
        var cookie = signIn().cookie("sf_refresh");
        var body = api.signIn(name, Api.PASSWORD).text("refreshToken");

        api.refresh(cookie).isProblem(401, "refresh-token-invalid");
        api.post("/api/v1/sessions/refresh", "{}", "Cookie", "sf_refresh=" + body, OURS[0], OURS[1])
                .isProblem(401, "refresh-token-invalid");
        api.post("/api/v1/sessions/refresh", "{}").isProblem(401, "refresh-token-missing");
    }

    @Test
    void forgetsACookieThatIsNoLongerGood() {
        var session = signIn();
        clock.advance(Duration.ofMinutes(11));

        var answer = api.get("/api/v1/accounts/@" + name, cookies(session)).isProblem(401, "token-expired");

        assertThat(answer.cookie("sf_access")).isEmpty();
        var again = api.post(
                "/api/v1/sessions",
                Map.of("login", name, "password", Api.PASSWORD),
                "Cookie",
                "sf_access=nonsense",
                "X-Socialflow-Session",
                "cookie");
        assertThat(again.status()).isEqualTo(201);
    }

    @Test
    void beginsAnewWhateverTheBrowserBroughtAlong() {
        var mallory = someone();
        api.register(mallory);
        var planted = api.signIn(mallory, Api.PASSWORD, "X-Socialflow-Session", "cookie");

        var answer = api.signIn(
                name, Api.PASSWORD, "X-Socialflow-Session", "cookie", "Cookie", cookies(planted)[1], OURS[0], OURS[1]);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.cookie("sf_refresh")).isNotEqualTo(planted.cookie("sf_refresh"));
        assertThat(answer.cookie("sf_device")).isNotEqualTo(planted.cookie("sf_device"));
        assertThat(api.get("/api/v1/me", cookies(answer)).text("username")).isEqualTo(name);
    }

    @Asvs("V7.2.4")
    @Test
    void endsWithTheNextOneOfItsBrowser() {
        var before = signIn();
        var other = signIn();

        var after = api.signIn(
                name, Api.PASSWORD, "X-Socialflow-Session", "cookie", "Cookie", cookies(before)[1], OURS[0], OURS[1]);

        api.get("/api/v1/me", cookies(before)).isProblem(401, "token-invalid");
        refresh(before, OURS).isProblem(401, "session-over");
        assertThat(api.get("/api/v1/me", cookies(after)).status()).isEqualTo(200);
        assertThat(api.get("/api/v1/me", cookies(other)).status()).isEqualTo(200);
    }

    @Test
    void staysWhenTheNextOneOfItsBrowserIsRefused() {
        var before = signIn();

        api.signIn(
                        name,
                        "not it at all",
                        "X-Socialflow-Session",
                        "cookie",
                        "Cookie",
                        cookies(before)[1],
                        OURS[0],
                        OURS[1])
                .isProblem(401, "wrong-credentials");

        assertThat(api.get("/api/v1/me", cookies(before)).status()).isEqualTo(200);
    }

    private Answer signIn() {
        return api.signIn(name, Api.PASSWORD, "X-Socialflow-Session", "cookie");
    }

    private static String[] cookies(Answer session, String... more) {
        var headers = new String[more.length + 2];
        headers[0] = "Cookie";
        headers[1] = "sf_access=%s; sf_refresh=%s".formatted(session.cookie("sf_access"), session.cookie("sf_refresh"));
        System.arraycopy(more, 0, headers, 2, more.length);
        return headers;
    }

    private Answer refresh(Answer session, String... more) {
        return api.call("POST", "/api/v1/sessions/refresh", null, cookies(session, more));
    }

    private Answer signOut(Answer session, String... more) {
        return api.call("DELETE", "/api/v1/sessions/current", null, cookies(session, more));
    }
}
