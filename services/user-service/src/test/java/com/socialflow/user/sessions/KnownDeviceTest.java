package com.socialflow.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.Person;
import com.socialflow.user.RecordedMail;
import com.socialflow.user.UserServiceTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Browsers by which an account was entered before, and what happens when it is another. */
@Import(RecordedMail.Recording.class)
class KnownDeviceTest extends UserServiceTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String SAFARI = "Mozilla/5.0 (iPhone; CPU like Mac OS X) Mobile/15E148 Safari/604.1";

    private final RecordedMail mail;
    private final TestClock clock;
    private String name = "";

    KnownDeviceTest(RecordedMail mail, TestClock clock) {
        this.mail = mail;
        this.clock = clock;
    }

    @BeforeEach
    void register() {
        name = someone();
        api.register(name);
    }

    @Test
    void comesInThoughOthersKeepTryingTheAccount() {
        var device = signIn(FIREFOX).cookie("sf_device");
        for (var i = 0; i < SignInLimits.ACCOUNT_AND_NETWORK.free(); i++) {
            api.signIn(name, "wrong password").isProblem(401, "wrong-credentials");
        }

        api.signIn(name, Api.PASSWORD).isProblem(429, "too-many-attempts");
        signIn(FIREFOX, "Cookie", "sf_device=" + "A".repeat(24)).isProblem(429, "too-many-attempts");

        assertThat(signIn(FIREFOX, "Cookie", "sf_device=" + device).status()).isEqualTo(201);
    }

    @Test
    void ofOneAccountIsAStrangerToAnother() {
        var other = someone();
        api.register(other);
        var device = api.signIn(other, Api.PASSWORD, "X-Socialflow-Session", "cookie")
                .cookie("sf_device");
        for (var i = 0; i < SignInLimits.ACCOUNT_AND_NETWORK.free(); i++) {
            api.signIn(name, "wrong password").isProblem(401, "wrong-credentials");
        }

        signIn(FIREFOX, "Cookie", "sf_device=" + device).isProblem(429, "too-many-attempts");
    }

    @Test
    void isRememberedByEachAccountThatEnteredIt() {
        var other = someone();
        api.register(other);
        var one = signIn(FIREFOX).cookie("sf_device");

        var both = api.signIn(other, Api.PASSWORD, "X-Socialflow-Session", "cookie", "Cookie", "sf_device=" + one)
                .cookie("sf_device");

        assertThat(both).startsWith(one + ".");
        assertThat(signIn(FIREFOX, "Cookie", "sf_device=" + both).setCookie("sf_device"))
                .isEmpty();
    }

    @Asvs({"V3.3.2", "V3.3.4"})
    @Test
    void keepsItsTokenFromScriptsAndOtherSites() {
        assertThat(signIn(FIREFOX).setCookie("sf_device").orElseThrow())
                .contains("; Path=/api/v1/sessions;", "; HttpOnly", "; SameSite=Strict");
    }

    @Test
    void thatIsNewIsTold() {
        signIn(FIREFOX);
        assertThat(mail.to(name, "new-sign-in")).isEmpty();
        signIn(FIREFOX);
        assertThat(mail.to(name, "new-sign-in")).isEmpty();

        signIn(SAFARI);
        signIn(SAFARI);

        var letters = mail.to(name, "new-sign-in");
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().values())
                .containsEntry("device", "Safari on iPhone")
                .containsEntry("address", "127.0.0.0/24");
        assertThat(letters.getFirst().values().get("link")).endsWith("/settings/security");
    }

    @Test
    void isForgottenWhenItsSessionIsEndedFromElsewhere() {
        var device = signIn(SAFARI).cookie("sf_device");
        var person = Person.signIn(api, name);
        var id = person.get("/api/v1/me/sessions")
                .body()
                .get("items")
                .valueStream()
                .filter(each -> !each.get("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();

        assertThat(person.delete("/api/v1/me/sessions/" + id).status()).isEqualTo(204);

        var again = signIn(SAFARI, "Cookie", "sf_device=" + device);
        assertThat(again.cookie("sf_device")).startsWith(device + ".").hasSizeGreaterThan(device.length() + 1);
    }

    @Test
    void isForgottenWhenNobodyUsesIt() {
        var device = signIn(FIREFOX).cookie("sf_device");
        clock.advance(KnownDevices.KEPT.plus(Duration.ofDays(1)));

        assertThat(signIn(FIREFOX, "Cookie", "sf_device=" + device).setCookie("sf_device"))
                .isPresent();
    }

    private Answer signIn(String userAgent, String... more) {
        var headers = new String[4 + more.length];
        headers[0] = "X-Socialflow-Session";
        headers[1] = "cookie";
        headers[2] = "User-Agent";
        headers[3] = userAgent;
        System.arraycopy(more, 0, headers, 4, more.length);
        return api.signIn(name, Api.PASSWORD, headers);
    }
}
