package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody watches: the player tells, and the count goes up before the eyes of whoever looks at the page. */
class ViewsJourneyTest extends InBrowser {

    /** The clip takes 4 s to play; then the beacon goes through the log, and the count through a stream. */
    private static final Duration COUNTED = Duration.ofSeconds(15);

    private final String video = SharedProgram.readyVideo().path("id").asString();

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
