package com.socialflow.video.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.video.VideoServiceTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideosTest extends VideoServiceTest {

    private static final String VIDEOS = "/api/v1/videos";

    @Test
    void aDraftNeedsOnlyATitle() {
        var answer = http.post(VIDEOS, alice, "{\"title\":\"  Trains  \"}");

        assertThat(answer.status()).isEqualTo(201);
        var video = answer.json();
        assertThat(answer.header("Location"))
                .hasValue(VIDEOS + "/" + video.path("id").stringValue());
        assertThat(video.path("title").stringValue()).isEqualTo("Trains");
        assertThat(video.path("state").stringValue()).isEqualTo("awaiting-upload");
        assertThat(video.path("visibility").stringValue()).isEqualTo("public");
        assertThat(video.path("progress").asDouble()).isZero();
        assertThat(video.path("createdAt").stringValue())
                .isEqualTo(clock.instant().toString());
        assertThat(video.path("owner").path("id").stringValue())
                .isEqualTo(alice.account().toString());
        assertThat(video.path("owner").path("displayName").stringValue()).isEqualTo("alice");
        assertThat(video.path("playback").size()).isZero();
        assertThat(video.has("failure")).isFalse();
        assertThat(video.has("publishedAt")).isFalse();
        assertThat(video.has("version")).isFalse();
    }

    @Test
    void everyDetailIsKept() {
        var id = draft(
                alice,
                "\"description\":\"one\\ntwo\"",
                "\"tags\":[\"Steam\",\" steam \",\"rail\"]",
                "\"category\":\"travel\"",
                "\"language\":\"pt-br\"",
                "\"visibility\":\"unlisted\"");

        var video = http.get(VIDEOS + "/" + id, alice).json();

        assertThat(video.path("description").stringValue()).isEqualTo("one\ntwo");
        assertThat(video.path("tags").toString()).isEqualTo("[\"Steam\",\"rail\"]");
        assertThat(video.path("category").stringValue()).isEqualTo("travel");
        assertThat(video.path("language").stringValue()).isEqualTo("pt-BR");
        assertThat(video.path("visibility").stringValue()).isEqualTo("unlisted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|title|required",
                "{\"title\":null}|title|required",
                "{\"title\":\" \\t \"}|title|required",
                "{\"title\":7}|title|type",
                "{\"title\":[\"a\"]}|title|type",
                "{\"title\":\"a\\u0000b\"}|title|characters",
                "{\"title\":\"a\\nb\"}|title|characters",
                "{\"title\":\"a\\ud800\"}|title|characters",
                "{\"title\":\"a\",\"description\":{}}|description|type",
                "{\"title\":\"a\",\"description\":\"\\u0007\"}|description|characters",
                "{\"title\":\"a\",\"tags\":\"rail\"}|tags|type",
                "{\"title\":\"a\",\"tags\":[\"\"]}|tags[0]|required",
                "{\"title\":\"a\",\"tags\":[\"ok\",3]}|tags[1]|type",
                "{\"title\":\"a\",\"language\":\"not a language\"}|language|language",
                "{\"title\":\"a\",\"visibility\":\"secret\"}|visibility|choice",
                "{\"title\":\"a\",\"visibility\":null}|visibility|choice",
                "{\"title\":\"a\",\"visibility\":2}|visibility|choice"
            })
    void saysWhichFieldIsNotAcceptable(String body, String field, String code) {
        var answer = http.post(VIDEOS, alice, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("invalid");
        var error = answer.json().path("errors").path(0);
        assertThat(error.path("field").stringValue()).isEqualTo(field);
        assertThat(error.path("code").stringValue()).isEqualTo(code);
    }

    @Test
    void textsEndAtTheirLimits() {
        // Counted in code points: an emoji is two chars of a Java string.
        assertThat(create("\"title\":\"" + "🚂".repeat(Details.TITLE_MAX) + "\"")
                        .status())
                .isEqualTo(201);
        assertThat(create("\"title\":\"" + "a".repeat(Details.TITLE_MAX + 1) + "\"")
                        .status())
                .isEqualTo(422);
        assertThat(create("\"title\":\"a\",\"description\":\"" + "a".repeat(Details.DESCRIPTION_MAX) + "\"")
                        .status())
                .isEqualTo(201);
        assertThat(create("\"title\":\"a\",\"description\":\"" + "a".repeat(Details.DESCRIPTION_MAX + 1) + "\"")
                        .status())
                .isEqualTo(422);
        assertThat(create("\"title\":\"a\",\"tags\":[\"" + "a".repeat(Details.TAG_MAX + 1) + "\"]")
                        .status())
                .isEqualTo(422);
        assertThat(create("\"title\":\"a\",\"tags\":[" + "\"a\",".repeat(Details.TAGS_MAX) + "\"b\"]")
                        .status())
                .isEqualTo(422);
    }

    private Answer create(String fields) {
        return http.post(VIDEOS, alice, "{" + fields + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":\"a\",\"state\":\"ready\"}", "[]", "\"title\"", "{\"title\":", "", "null"})
    void refusesMalformedBodies(String body) {
        var answer = http.post(VIDEOS, alice, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed");
    }

    @Test
    void nobodyWithoutATokenCreates() {
        assertThat(http.post(VIDEOS, null, "{\"title\":\"a\"}").status()).isEqualTo(401);
    }

    @Test
    void aRepeatedKeyGivesTheFirstAnswerAgain() {
        var first = http.post(VIDEOS, alice, "{\"title\":\"a\"}", "Idempotency-Key", "once");
        var second = http.post(VIDEOS, alice, "{\"title\":\"a\"}", "Idempotency-Key", "once");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(second.header("Idempotency-Replayed")).hasValue("true");
    }

    @Test
    void visibilitySaysWhoMaySee() {
        var open = draft(alice);
        var unlisted = draft(alice, "\"visibility\":\"unlisted\"");
        var hidden = draft(alice, "\"visibility\":\"private\"");

        assertThat(http.get(VIDEOS + "/" + open, null).status()).isEqualTo(200);
        assertThat(http.get(VIDEOS + "/" + unlisted, bob).status()).isEqualTo(200);
        assertThat(http.get(VIDEOS + "/" + hidden, alice).status()).isEqualTo(200);
        for (var stranger :
                new Answer[] {http.get(VIDEOS + "/" + hidden, bob), http.get(VIDEOS + "/" + hidden, null)}) {
            assertThat(stranger.status()).isEqualTo(404);
            assertThat(stranger.code()).isEqualTo("video-not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "..%2f..%2fetc", "0ABCDEFGHJKM!", "ZZZZZZZZZZZZZ", "0000000000000"})
    void whatIsNoVideoIsNotFound(String id) {
        var answer = http.get(VIDEOS + "/" + id, alice);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void whoHasTheVersionGetsNothingAgain() {
        var id = draft(alice);
        var etag = http.get(VIDEOS + "/" + id, null).header("ETag").orElseThrow();

        var again = http.get(VIDEOS + "/" + id, null, "If-None-Match", etag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();

        http.patch(VIDEOS + "/" + id, alice, "{\"title\":\"Ships\"}");
        assertThat(http.get(VIDEOS + "/" + id, null, "If-None-Match", etag).status())
                .isEqualTo(200);
    }

    @Test
    void anEditChangesOnlyWhatItNames() {
        var id = draft(alice, "\"description\":\"old\"", "\"tags\":[\"rail\"]", "\"category\":\"travel\"");

        var answer = http.patch(VIDEOS + "/" + id, alice, "{\"title\":\"Ships\",\"category\":null}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("title").stringValue()).isEqualTo("Ships");
        assertThat(answer.json().path("description").stringValue()).isEqualTo("old");
        assertThat(answer.json().path("tags").size()).isEqualTo(1);
        assertThat(answer.json().has("category")).isFalse();
    }

    @Test
    void aMergePatchMayBeCalledOne() {
        var id = draft(alice);

        var answer = http.send(
                "PATCH",
                VIDEOS + "/" + id,
                alice,
                BodyPublishers.ofString("{\"language\":\"en\"}"),
                "Content-Type",
                "application/merge-patch+json");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("language").stringValue()).isEqualTo("en");
    }

    @Test
    void anEditAgainstAnOldVersionIsRefused() {
        var id = draft(alice);
        var etag = http.get(VIDEOS + "/" + id, alice).header("ETag").orElseThrow();

        assertThat(http.patch(VIDEOS + "/" + id, alice, "{\"title\":\"1\"}", "If-Match", etag)
                        .status())
                .isEqualTo(200);
        var second = http.patch(VIDEOS + "/" + id, alice, "{\"title\":\"2\"}", "If-Match", etag);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.code()).isEqualTo("changed-meanwhile");
        assertThat(http.patch(VIDEOS + "/" + id, alice, "{\"title\":\"3\"}", "If-Match", "nonsense")
                        .status())
                .isEqualTo(412);
        assertThat(http.patch(VIDEOS + "/" + id, alice, "{\"title\":\"4\"}", "If-Match", "*")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void changingWhoMaySeeEndsEarlierTokens() {
        var id = draft(alice);

        http.patch(VIDEOS + "/" + id, alice, "{\"title\":\"Ships\"}");
        assertThat(epoch(id)).isZero();
        http.patch(VIDEOS + "/" + id, alice, "{\"visibility\":\"private\"}");
        assertThat(epoch(id)).isOne();
    }

    private int epoch(VideoId id) {
        return jdbc.sql("SELECT playback_epoch FROM video.video WHERE id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void onlyItsOwnerChangesAVideo() {
        var open = draft(alice);
        var hidden = draft(alice, "\"visibility\":\"private\"");

        assertThat(http.patch(VIDEOS + "/" + open, bob, "{\"title\":\"x\"}").status())
                .isEqualTo(403);
        assertThat(http.patch(VIDEOS + "/" + hidden, bob, "{\"title\":\"x\"}").status())
                .isEqualTo(404);
        assertThat(http.patch(VIDEOS + "/" + open, null, "{\"title\":\"x\"}").status())
                .isEqualTo(401);
        assertThat(http.delete(VIDEOS + "/" + open, bob).status()).isEqualTo(403);
        assertThat(http.delete(VIDEOS + "/" + hidden, bob).status()).isEqualTo(404);
        assertThat(http.delete(VIDEOS + "/" + open, null).status()).isEqualTo(401);
        assertThat(http.get(VIDEOS + "/" + open, alice).json().path("title").stringValue())
                .isEqualTo("Trains");
    }

    @Test
    void aDeletedVideoIsGoneAndItsEventWaits() {
        var id = draft(alice);

        assertThat(http.delete(VIDEOS + "/" + id, alice).status()).isEqualTo(204);

        assertThat(http.get(VIDEOS + "/" + id, alice).status()).isEqualTo(404);
        assertThat(http.delete(VIDEOS + "/" + id, alice).status()).isEqualTo(404);
        assertThat(events(id)).containsExactly("socialflow.video.v1.VideoDeleted");
    }

    @Asvs("V16.5.2")
    @Test
    void ownersAreShownByIdWhileTheUserServiceIsAway() {
        var carol = person("carol");
        accounts.away(true);
        try {
            var id = draft(carol);
            var before = accounts.calls();
            var video = http.get(VIDEOS + "/" + id, null).json();

            assertThat(video.path("owner").path("id").stringValue())
                    .isEqualTo(carol.account().toString());
            assertThat(video.path("owner").has("username")).isFalse();
            assertThat(accounts.calls()).as("asked again within the quiet time").isEqualTo(before);
        } finally {
            accounts.away(false);
            clock.advance(Duration.ofSeconds(3));
        }
    }
}
