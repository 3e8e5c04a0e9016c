package com.socialflow.user.consents;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.testkit.Asvs;
import com.socialflow.user.Api;
import com.socialflow.user.PrivacyTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ConsentsTest extends PrivacyTest {

    private static final String CONSENTS = "/api/v1/me/consents";

    private final Policies policies;

    ConsentsTest(Policies policies) {
        this.policies = policies;
    }

    @Test
    void whoeverRegistersAcceptsTheTermsAndNothingElse() {
        var alice = guest();

        assertThat(consent(alice, "terms").get("granted").asBoolean()).isTrue();
        assertThat(consent(alice, "privacy").get("granted").asBoolean()).isTrue();
        assertThat(consent(alice, "terms").get("version").asString()).isEqualTo(policies.version(Purpose.TERMS));
        assertThat(consent(alice, "terms").get("at").asString())
                .isEqualTo(clock.instant().toString());
        for (var purpose : new String[] {"personalised-ads", "sale-or-sharing", "marketing-email"}) {
            assertThat(consent(alice, purpose).get("granted").asBoolean()).isFalse();
            assertThat(consent(alice, purpose).get("source").asString()).isEqualTo("default");
            assertThat(consent(alice, purpose).has("at")).isFalse();
        }
    }

    @Test
    void keepsEveryDecisionAndTheTextItWasAbout() {
        var alice = guest();

        decide(alice, "marketing-email", true);
        decide(alice, "marketing-email", false);

        assertThat(consent(alice, "marketing-email").get("granted").asBoolean()).isFalse();
        assertThat(consent(alice, "marketing-email").get("source").asString()).isEqualTo("form");
        var history =
                jdbc.sql("""
                SELECT granted, version, language, text_hash FROM "user".consent
                 WHERE account_id = :account AND purpose = 'marketing-email' ORDER BY id
                """).param("account", alice.account().value()).query().listOfRows();
        assertThat(history).extracting(row -> row.get("granted")).containsExactly(true, false);
        assertThat(history)
                .allSatisfy(row -> assertThat((byte[]) row.get("text_hash"))
                        .isEqualTo(
                                policies.current(Purpose.MARKETING_EMAIL, "en").hash()));
    }

    @Test
    void refusesWhatIsAboutAnotherText() {
        var alice = guest();

        var answer = api.call(
                        "PUT", CONSENTS + "/terms", Map.of("granted", true, "version", "2001-01-01"), alice.header())
                .isProblem(409, "policy-changed");

        assertThat(answer.text("version")).isEqualTo(policies.version(Purpose.TERMS));
        api.call("PUT", CONSENTS + "/world-peace", Map.of("granted", true, "version", "x"), alice.header())
                .isProblem(404, "purpose-not-found");
        api.call("PUT", CONSENTS + "/terms", Map.of("version", "x"), alice.header())
                .isInvalid("granted", "required");
        api.call("PUT", CONSENTS + "/terms", Map.of("granted", true), alice.header())
                .isInvalid("version", "required");
        api.get(CONSENTS).isProblem(401, "authentication-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"terms", "privacy"})
    void anAccountIsNotPossibleWithout(String purpose) {
        api.call(
                        "PUT",
                        CONSENTS + "/" + purpose,
                        Map.of("granted", false, "version", policies.version(Purpose.TERMS)),
                        guest().header())
                .isProblem(422, "consent-needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"personalised-ads", "sale-or-sharing"})
    void nobodyUnderEighteenIsAsked(String purpose) {
        // A day younger, and of age.
        api.call(
                        "PUT",
                        CONSENTS + "/" + purpose,
                        granted(),
                        bornOn(yearsAgo(18).plusDays(1)).header())
                .isProblem(422, "not-for-minors");
        assertThat(api.call(
                                "PUT",
                                CONSENTS + "/" + purpose,
                                granted(),
                                bornOn(yearsAgo(18)).header())
                        .status())
                .isEqualTo(200);
    }

    @Asvs("V2.2.3")
    @Test
    void underSixteenAParentWouldHaveToAgree() {
        api.call(
                        "PUT",
                        CONSENTS + "/marketing-email",
                        granted(),
                        bornOn(yearsAgo(16).plusDays(1)).header())
                .isProblem(422, "parental-consent-required");
        assertThat(api.call(
                                "PUT",
                                CONSENTS + "/marketing-email",
                                granted(),
                                bornOn(yearsAgo(16)).header())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void underThirteenNobodyRegisters() {
        var form = new HashMap<>(Api.form(someone()));
        form.put("birthDate", yearsAgo(13).plusDays(1).toString());

        api.post("/api/v1/accounts", form).isProblem(422, "parental-consent-required");
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void showsTheTextsInBothLanguages(Purpose purpose) {
        var path = "/api/v1/policies/" + purpose.text();
        var english = api.get(path, "Accept-Language", "fr");
        var german = api.get(path, "Accept-Language", "de-AT");

        assertThat(english.status()).isEqualTo(200);
        assertThat(english.text("language")).isEqualTo("en");
        assertThat(german.text("language")).isEqualTo("de");
        assertThat(german.text("version")).isEqualTo(english.text("version"));
        assertThat(english.text("text")).startsWith("# " + english.text("title"));
        assertThat(german.text("title")).isNotEqualTo(english.text("title"));
        assertThat(api.get(path + "?language=de&version=" + english.text("version"))
                        .text("title"))
                .isEqualTo(german.text("title"));
        api.get(path + "?version=1999-01-01").isProblem(404, "policy-not-found");
        api.get("/api/v1/policies/nothing").isProblem(404, "policy-not-found");
    }

    /** Other tests move the clock. */
    private LocalDate yearsAgo(int years) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(years);
    }

    private Guest bornOn(LocalDate date) {
        var name = someone();
        var form = new HashMap<>(Api.form(name));
        form.put("birthDate", date.toString());
        var account = AccountId.parse(api.post("/api/v1/accounts", form).text("id"));
        return new Guest(name, account, api.signIn(name, Api.PASSWORD).text("accessToken"));
    }

    private Map<String, Object> granted() {
        return Map.of("granted", true, "version", policies.version(Purpose.MARKETING_EMAIL));
    }

    private void decide(Guest guest, String purpose, boolean granted) {
        var answer = api.call(
                "PUT",
                CONSENTS + "/" + purpose,
                Map.of("granted", granted, "version", policies.version(Purpose.MARKETING_EMAIL)),
                guest.header());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private JsonNode consent(Guest guest, String purpose) {
        for (var item : api.get(CONSENTS, guest.header()).body().get("items")) {
            if (item.get("purpose").asString().equals(purpose)) {
                return item;
            }
        }
        throw new AssertionError("no consent " + purpose);
    }
}
