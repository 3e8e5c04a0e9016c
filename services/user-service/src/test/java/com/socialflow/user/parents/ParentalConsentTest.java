package com.socialflow.user.parents;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.testkit.TestDatabase;
import com.socialflow.testkit.Traces;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.PrivacyTest;
import com.socialflow.user.RecordedMail;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

class ParentalConsentTest extends PrivacyTest {

    private static final String CONSENTS = "/api/v1/parental-consents";

    private final SecondLooks secondLooks;
    private final TestDatabase database;
    private String parent = "";
    private String child = "";

    ParentalConsentTest(
            SecondLooks secondLooks,
            @Value("${socialflow.database.url}") String url,
            @Value("${socialflow.database.user}") String user,
            @Value("${socialflow.database.password}") String password) {
        this.secondLooks = secondLooks;
        this.database = new TestDatabase(url, user, password);
    }

    @BeforeEach
    void aFamily() {
        parent = "Parent." + someone() + "@example.org";
        child = someone();
    }

    @Test
    void keepsNothingOfTheChildAndNoAddressUntilTheParentAnswers() {
        assertThat(ask().status()).isEqualTo(202);

        assertThat(Traces.inDatabase(database, List.of(parent, child))).isEmpty();
        var looked = api.post(CONSENTS + "/lookup", Map.of("token", token()));
        assertThat(looked.text("expiresAt"))
                .isEqualTo(
                        clock.instant().plus(ParentalConsents.ANSWERED_WITHIN).toString());
    }

    @Test
    void aParentMakesTheAccount() {
        ask();

        var made = answer(token());

        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        var account = AccountId.parse(made.text("id"));
        var token = api.signIn(child, Api.PASSWORD).text("accessToken");
        var me = api.me(token);
        assertThat(me.text("birthDate")).isEqualTo(born());
        assertThat(me.body().get("privateAccount").asBoolean()).isTrue();
        assertThat(me.body().get("madeForKids").asBoolean()).isTrue();
        assertThat(letters.at(parent, "parental-consent-confirmed"))
                .singleElement()
                .satisfies(sent -> assertThat(sent.letter().values())
                        .containsEntry("childUsername", child)
                        .containsKey("link"));
        // The parent's name and address lie in the child's vault alone.
        assertThat(Traces.inDatabase(database, List.of(parent, "Petra Parent"))).isEmpty();
        assertThat(record(account)).containsEntry("method", "email-plus").containsKey("agreed_at");
    }

    private Map<String, @Nullable Object> record(AccountId account) {
        return jdbc.sql("""
                SELECT method, version, agreed_at FROM "user".parental_consent WHERE account_id = :account
                """).param("account", account.value()).query().singleRow();
    }

    @Test
    void aLetterIsAnsweredOnceAndInTime() {
        ask();
        var first = token();
        answer(first);
        child = someone();
        answer(first).isProblem(404, "parental-request-not-found");

        ask();
        clock.advance(ParentalConsents.ANSWERED_WITHIN);
        answer(token()).isProblem(404, "parental-request-not-found");
        api.post(CONSENTS + "/lookup", Map.of("token", token())).isProblem(404, "parental-request-not-found");
        api.post(CONSENTS + "/lookup", Map.of("token", "x.y")).isProblem(404, "parental-request-not-found");
    }

    @Test
    void aTakenNameDoesNotUseTheLetterUp() {
        ask();
        var free = child;
        child = guest().name();
        answer(token()).isProblem(409, "username-taken");

        child = free;
        assertThat(answer(token()).status()).isEqualTo(201);
    }

    @Test
    void asksForEverythingThatIsNeeded() {
        ask();
        var token = token();

        api.post(CONSENTS, Map.of("parentEmail", "nobody")).isInvalid("parentEmail", "malformed");
        api.post(CONSENTS, Map.of()).isInvalid("parentEmail", "required");
        complete(token, " ", true, born()).isInvalid("parentName", "required");
        complete(token, "Petra Parent", false, born()).isInvalid("agrees", "required");
        complete(token, "Petra Parent", true, "1999-06-01").isInvalid("child.birthDate", "out-of-range");
        complete("none", "Petra Parent", true, born()).isProblem(404, "parental-request-not-found");
    }

    @Test
    void nobodyIsPestered() {
        for (var i = 0; i < ParentalLimits.ADDRESS.tries() + 2; i++) {
            assertThat(ask().status()).isEqualTo(202);
        }

        assertThat(letters.at(parent, "parental-consent")).hasSize(ParentalLimits.ADDRESS.tries());
        clock.advance(Duration.ofDays(1));
    }

    @Test
    void aSecondLetterFollows() {
        ask();
        answer(token());

        secondLooks.run();
        assertThat(letters.at(parent, "parental-consent-confirmed")).hasSize(1);
        clock.advance(ParentalRecord.SECOND_LOOK);
        secondLooks.run();
        secondLooks.run();

        assertThat(letters.at(parent, "parental-consent-confirmed")).hasSize(2);
    }

    @Test
    void lettersToTheChildGoToTheParent() {
        ask();
        answer(token());
        var token = api.signIn(child, Api.PASSWORD).text("accessToken");

        api.post("/api/v1/me/deletion", Map.of(), "Authorization", "Bearer " + token);

        assertThat(letters.at(parent, "deletion-requested")).hasSize(1);
    }

    @Test
    void whatAParentTakesBackIsErased() {
        ask();
        var account = answer(token()).text("id");
        var revocation = Map.of(
                "token",
                tokenOf(letters.at(parent, "parental-consent-confirmed").getFirst()));

        assertThat(api.post(CONSENTS + "/revocation", revocation).status()).isEqualTo(204);

        eventually("erased", () -> letters.at(parent, "account-erased").size() == 1);
        assertThat(api.get("/api/v1/accounts/" + account).status()).isEqualTo(404);
        api.post(CONSENTS + "/revocation", revocation).isProblem(404, "parental-consent-not-found");
    }

    private Answer ask() {
        return api.post(CONSENTS, Map.of("parentEmail", parent));
    }

    /** Of the last letter. */
    private String token() {
        return tokenOf(letters.at(parent, "parental-consent").getLast());
    }

    private static String tokenOf(RecordedMail.Sent sent) {
        var link = sent.letter().values().getOrDefault("link", "");
        return link.substring(link.indexOf("#token=") + 7);
    }

    /** Nine years ago: other tests move the clock. */
    private String born() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .minusYears(9)
                .toString();
    }

    private Answer answer(String token) {
        return complete(token, "Petra Parent", true, born());
    }

    private Answer complete(String token, String name, boolean agrees, String birthDate) {
        return api.post(
                CONSENTS + "/completion",
                Map.of(
                        "token",
                        token,
                        "parentName",
                        name,
                        "agrees",
                        agrees,
                        "child",
                        Map.of("username", child, "password", Api.PASSWORD, "birthDate", birthDate)));
    }
}
