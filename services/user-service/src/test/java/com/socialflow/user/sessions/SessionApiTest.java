package com.socialflow.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.lang.management.ManagementFactory;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions whose tokens travel in bodies. */
class SessionApiTest extends UserServiceTest {

    private final TestClock clock;
    private String name = "";

    SessionApiTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void register() {
        name = someone();
        api.register(name);
    }

    @Test
    void signsInByUsernameOrEmailInAnyCase() {
        for (var login : List.of(name, name.toUpperCase(Locale.ROOT), " " + name + "@EXAMPLE.com ")) {
            var answer = api.signIn(login, Api.PASSWORD);

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.body().propertyNames())
                    .containsExactlyInAnyOrder("accessToken", "tokenType", "expiresIn", "refreshToken");
            assertThat(answer.text("tokenType")).isEqualTo("Bearer");
            assertThat(answer.body().get("expiresIn").asInt()).isEqualTo(600);
            assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
            assertThat(answer.setCookie("sf_access")).isEmpty();
            assertThat(api.me(answer.text("accessToken")).text("username")).isEqualTo(name);
        }
    }

    @Test
    void doesNotTellAWrongPasswordFromAnAccountThatIsNotThere() {
        var wrong = api.signIn(name, "another password").isProblem(401, "wrong-credentials");
        var nobody = api.signIn("nobody_" + name, Api.PASSWORD).isProblem(401, "wrong-credentials");

        assertThat(nobody.text("detail")).isEqualTo(wrong.text("detail"));
    }

    @Asvs("V1.2.4")
    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "a@b@c", "' OR 1=1 --", "\u202E", "@", "x@\u0000.com"})
    void findsNobodyByOddLogins(String login) {
        api.signIn(login, "\u0000").isProblem(401, "wrong-credentials");
    }

    @Test
    void saysWhatIsMissing() {
        api.post("/api/v1/sessions", Map.of("login", name)).isInvalid("password", "required");
        api.post("/api/v1/sessions", Map.of("password", "x")).isInvalid("login", "required");
        api.post("/api/v1/sessions", "{}").isProblem(422, "invalid");
        api.post("/api/v1/sessions", "{\"login\":[]}").isProblem(400, "malformed");
    }

    @Test
    void refusesAnAccessTokenAfterTenMinutes() {
        var token = signIn().text("accessToken");

        clock.advance(Duration.ofMinutes(10));

        api.me(token).isProblem(401, "token-expired");
    }

    @Asvs("V7.2.2")
    @Test
    void replacesTheRefreshTokenEachTime() {
        var first = signIn();
        var second = api.refresh(first.text("refreshToken"));
        var third = api.refresh(second.text("refreshToken"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(third.status()).isEqualTo(200);
        assertThat(third.text("refreshToken")).isNotEqualTo(second.text("refreshToken"));
        assertThat(api.me(third.text("accessToken")).status()).isEqualTo(200);
        assertThat(api.me(first.text("accessToken")).status()).isEqualTo(200);
    }

    @Test
    void endsTheSessionWhenARefreshTokenComesBack() {
        var first = signIn();
        var second = api.refresh(first.text("refreshToken"));

        api.refresh(first.text("refreshToken")).isProblem(401, "refresh-token-reused");

        api.refresh(second.text("refreshToken")).isProblem(401, "session-over");
        api.me(second.text("accessToken")).isProblem(401, "token-invalid");
    }

    @Test
    void endsTheSessionWhenAnOlderRefreshTokenComesBack() {
        var first = signIn();
        var second = api.refresh(first.text("refreshToken"));
        var third = api.refresh(second.text("refreshToken"));

        api.refresh(first.text("refreshToken")).isProblem(401, "refresh-token-reused");

        api.refresh(third.text("refreshToken")).isProblem(401, "session-over");
    }

    @Test
    void givesOneOfManyWhoRefreshAtOnceANewTokenAtMost() {
        var token = signIn().text("refreshToken");

        var statuses = Api.atOnce(8, () -> api.refresh(token).status());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 401);
    }

    @Test
    void endsNothingForATokenThatItNeverGave() {
        var token = signIn().text("refreshToken");

        // The session's id alone, which is no secret, ends no session.
        api.refresh(token.substring(0, 11) + "A".repeat(token.length() - 11)).isProblem(401, "refresh-token-invalid");
        api.refresh("nonsense").isProblem(401, "refresh-token-invalid");
        api.refresh("").isProblem(401, "refresh-token-invalid");
        assertThat(api.refresh(token).status()).isEqualTo(200);
    }

    @Asvs("V7.3.1")
    @Test
    void endsWhenNobodyUsesItForAMonth() {
        var token = signIn().text("refreshToken");

        clock.advance(Duration.ofDays(29));
        var next = api.refresh(token).text("refreshToken");
        clock.advance(Duration.ofDays(30));

        api.refresh(next).isProblem(401, "session-over");
    }

    @Asvs("V7.4.1")
    @Test
    void endsAtOnceWhenSignedOut() {
        var session = signIn();
        var access = session.text("accessToken");

        var answer = api.call("DELETE", "/api/v1/sessions/current", null, "Authorization", "Bearer " + access);

        assertThat(answer.status()).isEqualTo(204);
        api.me(access).isProblem(401, "token-invalid");
        api.refresh(session.text("refreshToken")).isProblem(401, "session-over");
        api.call("DELETE", "/api/v1/sessions/current", null).isProblem(401, "authentication-required");
    }

    @Test
    void leavesOtherSessionsOfTheSamePersonAlone() {
        var phone = signIn();
        var laptop = signIn();

        api.call("DELETE", "/api/v1/sessions/current", null, "Authorization", "Bearer " + phone.text("accessToken"));

        assertThat(api.me(laptop.text("accessToken")).status()).isEqualTo(200);
        assertThat(api.refresh(laptop.text("refreshToken")).status()).isEqualTo(200);
    }

    @Asvs("V6.3.1")
    @Test
    void makesGuessersWaitThoughTheyGuessRightThen() {
        for (var i = 0; i < SignInLimits.ACCOUNT_AND_NETWORK.free(); i++) {
            api.signIn(name, "wrong password " + i).isProblem(401, "wrong-credentials");
        }

        var refused = api.signIn(name, Api.PASSWORD).isProblem(429, "too-many-attempts");

        assertThat(refused.headers().getFirst("Retry-After")).isEqualTo("61");
        clock.advance(Duration.ofMinutes(1));
        api.signIn(name, "wrong again").isProblem(401, "wrong-credentials");
        refused = api.signIn(name, Api.PASSWORD).isProblem(429, "too-many-attempts");
        assertThat(refused.headers().getFirst("Retry-After")).isEqualTo("121");
        clock.advance(Duration.ofMinutes(2));
        assertThat(api.signIn(name, Api.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void locksOutSomebodyWhoDoesNotExistAsOthersAre() {
        var nobody = "nobody_" + name;
        for (var i = 0; i < SignInLimits.ACCOUNT_AND_NETWORK.free(); i++) {
            api.signIn(nobody, "wrong password " + i).isProblem(401, "wrong-credentials");
        }

        api.signIn(nobody, Api.PASSWORD).isProblem(429, "too-many-attempts");
    }

    @Test
    void forgetsWrongPasswordsOnceItIsRight() {
        for (var round = 0; round < 2; round++) {
            for (var i = 0; i < SignInLimits.ACCOUNT_AND_NETWORK.free() - 1; i++) {
                api.signIn(name, "wrong password").isProblem(401, "wrong-credentials");
            }
            assertThat(api.signIn(name, Api.PASSWORD).status()).isEqualTo(201);
        }
    }

    @Test
    void hashesAPasswordThoughThereIsNobody() {
        var somebody = new ArrayList<Duration>();
        var nobody = new ArrayList<Duration>();
        for (var i = 0; i < 3; i++) {
            somebody.add(spentOnTrying(name));
            nobody.add(spentOnTrying("nobody_" + name));
        }

        // Nothing else that these threads do takes a tenth of a hash.
        assertThat(median(nobody)).isGreaterThan(median(somebody).dividedBy(2));
    }

    private Duration spentOnTrying(String login) {
        var before = spentOnPasswords();
        api.signIn(login, "wrong password").isProblem(401, "wrong-credentials");
        return spentOnPasswords().minus(before);
    }

    private static Duration median(List<Duration> spent) {
        return spent.stream().sorted().toList().get(spent.size() / 2);
    }

    /** CPU that the threads of password hashing took so far. */
    private static Duration spentOnPasswords() {
        var threads = ManagementFactory.getThreadMXBean();
        return Duration.ofNanos(Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("password-"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.threadId()))
                .sum());
    }

    @Test
    void tellsHowAndWhenItsPersonProvedToBeThatPerson() throws ParseException {
        var claims = SignedJWT.parse(signIn().text("accessToken")).getJWTClaimsSet();

        assertThat(claims.getStringListClaim("amr")).containsExactly("pwd");
        assertThat(claims.getLongClaim("auth_time")).isEqualTo(clock.instant().getEpochSecond());
    }

    private Answer signIn() {
        return api.signIn(name, Api.PASSWORD);
    }
}
