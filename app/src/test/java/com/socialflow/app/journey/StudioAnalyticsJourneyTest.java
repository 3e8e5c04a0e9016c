package com.socialflow.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A creator looks at the numbers of a video: all of them, as a file, in the dark, and on a phone. */
@Tag("browser")
class StudioAnalyticsJourneyTest {

    /** Events go through an outbox and Kafka. */
    private static final Duration COUNTED = Duration.ofSeconds(20);

    private static final String TITLE = "A hinge that sings";

    /** Each part of a video's analytics, with what it is known by. */
    private static final Map<String, String> PARTS = Map.of(
            "reach", "sources-shares",
            "engagement", "retention-relative",
            "audience", "countries-shares",
            "quality", "quality",
            "comparison", "compared");

    private static String name;
    private static String page;

    @BeforeAll
    static void seed() throws SQLException {
        name = SharedProgram.freshPerson();
        var person = Person.anonymous(SharedProgram.get().address()).signIn(name);
        var video = person.video(TITLE);
        var owner = Person.json(person.get("/api/v1/me")).path("id").asString();
        SeededNumbers.write(video, owner, TITLE);
        page = "/studio/videos/" + video + "/analytics";
    }

    @Test
    void theNumbersAreThoseThatWereCounted() throws IOException {
        try (var visitor = Visitor.arrives()) {
            visitor.isSignedInAs(name);
            visitor.open(page + "?days=7");
            assertThat(visitor.sees("sum-views")).containsText(String.valueOf(7 * SeededNumbers.VIEWS_OF_A_DAY));
            visitor.sees("chart");
            visitor.at("table-toggle").click();
            assertThat(visitor.sees("data-table").locator("tbody tr")).hasCount(7);
            assertThat(visitor.at("data-table").locator("tbody tr").first())
                    .containsText(String.valueOf(SeededNumbers.VIEWS_OF_A_DAY));

            var file = visitor.page()
                    .waitForDownload(() -> visitor.at("export-csv").click());
            assertThat(file.suggestedFilename()).endsWith(".csv");
            assertThat(Files.readString(file.path())).contains("views");

            visitor.at("tab-reach").click();
            assertThat(visitor.sees("sources-shares")).containsText("Search");
            assertThat(visitor.at("sources-shares")).containsText("420");
            visitor.at("tab-engagement").click();
            assertThat(visitor.sees("retention")).containsText("50%");
            visitor.at("tab-audience").click();
            assertThat(visitor.sees("countries-shares")).containsText("Norway");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void allVideosTogetherAreShownAsTheyAreWatched() {
        try (var visitor = Visitor.arrives()) {
            visitor.isSignedInAs(name);
            visitor.open("/studio/analytics");
            assertThat(visitor.sees("overview")).containsText("2.8K");
            assertThat(visitor.at("top-video").first()).containsText(TITLE);
            visitor.at("realtime-60m").click();
            assertThat(visitor.sees("realtime").getByTestId("chart")).isVisible();
            visitor.page().setViewportSize(390, 844);
            visitor.photographs("analytics-on-a-phone");
            assertThat(visitor.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void whoFollowsAndSharesOnTheWatchPageIsANumberOfTheVideo() {
        var shown = SharedProgram.readyVideo().path("id").asString();
        try (var visitor = Visitor.arrivesInPerson()) {
            visitor.isSignedInAs(SharedProgram.freshPerson());
            visitor.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            visitor.open("/watch/" + shown);
            visitor.sees("follow").click();
            visitor.sees("unfollow");
            visitor.at("share").click();
            assertThat(visitor.sees("share-embed")).hasValue(Pattern.compile("<iframe src=\"http.*/embed/" + shown));
            var told = visitor.page()
                    .waitForResponse(
                            answer -> answer.url().endsWith("/shares"),
                            () -> visitor.at("share-copy-link").click());
            assertThat(told.status()).as(told.text()).isEqualTo(202);
            assertThat(visitor.page().evaluate("() => navigator.clipboard.readText()"))
                    .asString()
                    .endsWith("/watch/" + shown);
            assertThat(visitor.complaints()).isEmpty();
        }
        await("its numbers")
                .atMost(COUNTED)
                .until(() -> totals(shown).path("subscribersGained").asInt() == 1
                        && totals(shown).path("shares").asInt() == 1);
    }

    private static JsonNode totals(String video) {
        var owner = SharedProgram.readyVideo().at("/owner/username").asString();
        var answer = Person.anonymous(SharedProgram.get().address())
                .signIn(owner)
                .get("/api/v1/studio/videos/" + video + "/analytics?metrics=subscribersGained,shares");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Person.json(answer).path("totals");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noPartHasAGraveFault(ColorScheme scheme) {
        try (var visitor = Visitor.arrives(scheme)) {
            visitor.isSignedInAs(name);
            Axe.check(visitor, scheme, "/studio/analytics", "realtime-total");
            PARTS.forEach((part, landmark) -> Axe.check(visitor, scheme, page + "?tab=" + part, landmark));
        }
    }
}
