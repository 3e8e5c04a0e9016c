package com.socialflow.user.consents;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.user.PrivacyTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignalTest extends PrivacyTest {

    private static final String ADS = "personalised-ads";
    private static final String SALE = "sale-or-sharing";

    private final Policies policies;
    private final Consents consents;

    SignalTest(Policies policies, Consents consents) {
        this.policies = policies;
        this.consents = consents;
    }

    @Test
    void aBrowsersNoIsTakenForThePersons() {
        var alice = guest();
        choose(alice, ADS, true);

        signal(alice);

        assertThat(history(alice, ADS)).containsExactly("form true", "gpc false");
        assertThat(history(alice, SALE)).containsExactly("gpc false");
        assertThat(history(alice, "marketing-email")).isEmpty();
    }

    @Test
    void otherServicesHearOfIt() {
        var alice = guest();
        assertThat(consents.optedOut(alice.account())).isFalse();

        signal(alice);

        assertThat(consents.optedOut(alice.account())).isTrue();
    }

    @Test
    void isNotedOnce() {
        var alice = guest();

        signal(alice);
        signal(alice);
        signal(again(alice));

        assertThat(history(alice, ADS)).containsExactly("gpc false");
    }

    @Test
    void whatThePersonChoosesAfterwardsStays() {
        var alice = guest();
        signal(alice);
        choose(alice, ADS, true);

        signal(again(alice));

        assertThat(history(alice, ADS)).containsExactly("gpc false", "form true");
    }

    @Test
    void othersSayNothing() {
        var alice = guest();

        api.get("/api/v1/me", "Authorization", "Bearer " + alice.token(), "Sec-GPC", "0");
        assertThat(api.get("/api/v1/policies/terms", "Sec-GPC", "1").status()).isEqualTo(200);

        assertThat(history(alice, ADS)).isEmpty();
    }

    @Test
    void thePlaceSaysThatItHeedsIt() {
        var answer = api.get("/.well-known/gpc.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("gpc").asBoolean()).isTrue();
        assertThat(answer.text("lastUpdate")).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private void signal(Guest guest) {
        assertThat(api.get("/api/v1/me", "Authorization", "Bearer " + guest.token(), SignalFilter.HEADER, "1")
                        .status())
                .isEqualTo(200);
    }

    private void choose(Guest guest, String purpose, boolean granted) {
        var answer = api.call(
                "PUT",
                "/api/v1/me/consents/" + purpose,
                Map.of("granted", granted, "version", policies.version(Purpose.PERSONALISED_ADS)),
                guest.header());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private List<String> history(Guest guest, String purpose) {
        return new ArrayList<>(jdbc.sql("""
                SELECT source, granted FROM "user".consent
                 WHERE account_id = :account AND purpose = :purpose ORDER BY id
                """)
                .param("account", guest.account().value())
                .param("purpose", purpose)
                .query((row, _) -> row.getString(1) + " " + row.getBoolean(2))
                .list());
    }
}
