package com.socialflow.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Somebody watches: the player tells, and the count goes up before the eyes of whoever looks at the page. Cards tell
 * that they were seen and followed, which their owner sees in the studio.
 */
class ViewsJourneyTest extends InBrowser {

    /** The clip takes 4 s to play; then the beacon goes through the log, and the count through a stream. */
    private static final Duration COUNTED = Duration.ofSeconds(15);

    private final String video = SharedProgram.readyVideo().path("id").asString();
    private final String owner =
            SharedProgram.readyVideo().at("/owner/username").asString();
    private final Person creator =
            Person.anonymous(SharedProgram.get().address()).signIn(owner);

    @Override
    Visitor arrival() {
        return Visitor.arrivesInPerson();
    }

    @Test
    void theCountGoesUpWhereOneWatchesThereOrEmbedded() {
        var before = stats().path("views").asLong();

        var answer = told("/watch/" + video, false);

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.request().postData()).contains("\"source\":\"direct\"", "\"startupSeconds\":");
        var views = visitor.sees("watch-views");
        visitor.sees(views, "data-count", String.valueOf(before + 1), COUNTED);
        assertThat(stats().path("views").asLong()).isEqualTo(before + 1);

        var embedded = told("/embed/" + video, true);

        assertThat(embedded.status()).as(embedded.text()).isEqualTo(202);
        assertThat(embedded.request().postData()).contains("\"source\":\"embed\"", "\"event\":\"start\"");
        await("the view of the embedded player")
                .atMost(COUNTED)
                .until(() -> stats().path("views").asLong() == before + 2);
    }

    @Test
    void aCardThatIsSeenAndFollowedIsInItsOwnersStudio() {
        var before = reach("clicks");
        var card = visitor.page().locator("[data-testid=video-card][data-video-id='" + video + "']");

        var seen = shown("\"video\":\"" + video + "\"", () -> {
            visitor.open("/");
            card.scrollIntoViewIfNeeded();
        });
        var followed = shown(
                "\"clicked\":true", () -> card.getByTestId("video-card-link").click());

        assertThat(seen).contains("\"source\":\"home\"", "\"clicked\":false", "\"seenSeconds\":");
        assertThat(followed).contains("\"source\":\"home\"", video);
        await("the click in the studio").atMost(COUNTED).until(() -> reach("clicks") == before + 1);
        assertThat(reach("impressions")).isGreaterThanOrEqualTo(before + 1);
        assertThat(reach("clickThrough")).isPositive().isLessThanOrEqualTo(1);

        visitor.isSignedInAs(owner);
        visitor.open("/studio/videos/" + video + "/analytics?tab=reach");
        assertThat(visitor.sees("sum-clickThrough")).containsText("%");
    }

    /** What the page tells of its cards, once it tells of this one and is heard. */
    private String shown(String what, Runnable act) {
        var answer = visitor.page()
                .waitForResponse(
                        one -> one.url().endsWith("/api/v1/impressions")
                                && one.request().postData().contains(what),
                        act);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.request().postData();
    }

    /** Of the last days. */
    private double reach(String metric) {
        var answer = creator.get("/api/v1/studio/videos/" + video + "/analytics?granularity=hour&metrics=" + metric);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Person.json(answer).path("totals").path(metric).asDouble();
    }

    private boolean tells(String address) {
        return address.endsWith("/" + video + "/views");
    }

    /** The answer to the first beacon of a page. */
    private Response told(String path, boolean waitsForAPress) {
        return visitor.page().waitForResponse(answer -> tells(answer.url()), () -> {
            visitor.open(path);
            if (waitsForAPress) {
                visitor.sees("player-begin").click();
            }
            new Screening(visitor).begins();
        });
    }

    private JsonNode stats() {
        var answer = Person.anonymous(SharedProgram.get().address()).get("/api/v1/videos/" + video + "/stats");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Person.json(answer);
    }
}
