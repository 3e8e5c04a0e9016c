package com.socialflow.social.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.social.PostsSteps;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Pictures;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class DraftApiTest extends PostsSteps {

    private static final String DRAFTS = "/api/v1/me/drafts";

    @Autowired
    private DraftRows rows;

    @Test
    void keepsWhatTheComposerSends() {
        var sent = "{\"text\":\"Half a thought\",\"sensitive\":true,\"whoMayReply\":\"followers\"}";

        var made = http.post(DRAFTS, alice, sent);

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var path = made.header("Location").orElseThrow();
        var draft = http.get(path, alice).json();
        assertThat(draft.at("/post/text").asString()).isEqualTo("Half a thought");
        assertThat(draft.at("/post/whoMayReply").asString()).isEqualTo("followers");
        assertThat(draft.at("/post/sensitive").asBoolean()).isTrue();

        var changed = http.send(
                "PUT",
                path,
                alice,
                BodyPublishers.ofString("{\"text\":\"A whole one\"}"),
                "Content-Type",
                "application/json");
        assertThat(changed.json().at("/post/text").asString()).isEqualTo("A whole one");
        assertThat(changed.json().at("/post/sensitive").isMissingNode()).isTrue();
        assertThat(http.delete(path, alice).status()).isEqualTo(204);
        assertThat(http.get(path, alice).status()).isEqualTo(404);
        assertThat(http.delete(path, alice).status()).isEqualTo(404);
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        for (var i = 0; i < 3; i++) {
            http.post(DRAFTS, alice, "{\"text\":\"Draft %d\"}".formatted(i));
        }

        var first = http.get(DRAFTS + "?limit=2", alice).json();
        var second = http.get(
                        DRAFTS + "?limit=2&cursor=" + first.path("nextCursor").asString(), alice)
                .json();

        assertThat(first.at("/items/0/post/text").asString()).isEqualTo("Draft 2");
        assertThat(first.at("/items/1/post/text").asString()).isEqualTo("Draft 1");
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.at("/items/0/post/text").asString()).isEqualTo("Draft 0");
        assertThat(second.path("nextCursor").isMissingNode()).isTrue();
        assertThat(http.get(DRAFTS, bob).json().path("items")).isEmpty();
    }

    @Asvs("V8.2.2")
    @Test
    void isForItsOwnerAlone() {
        var path = made("{\"text\":\"Hers\"}");

        assertThat(http.get(path, bob).status()).isEqualTo(404);
        assertThat(http.delete(path, bob).status()).isEqualTo(404);
        assertThat(http.send(
                                "PUT",
                                path,
                                bob,
                                BodyPublishers.ofString("{\"text\":\"His\"}"),
                                "Content-Type",
                                "application/json")
                        .status())
                .isEqualTo(404);
        assertThat(http.get(path, null).status()).isEqualTo(401);
        assertThat(http.get(path, alice).body()).contains("Hers");
    }

    @Test
    void refusesWhatCouldNeverBePublished() {
        refused(http.post(DRAFTS, alice, "{\"text\":\"" + "x".repeat(2_001) + "\"}"), 422, "invalid");
        refused(http.post(DRAFTS, alice, "{\"text\":\"x\",\"author\":\"me\"}"), 400, "malformed");
        refused(http.post(DRAFTS, alice, "{\"text\":\"x\",\"images\":[\"0HZZZZZZZZZZZ\"]}"), 422, "invalid");
        assertThat(http.post(DRAFTS, alice, "[]").status()).isEqualTo(400);
    }

    @Test
    void keepsItsPicturesAsLongAsItIsKept() {
        var image = image();
        var path = made("{\"text\":\"x\",\"images\":[\"%s\"]}"
                .formatted(image.path("id").asString()));

        clock.advance(Duration.ofHours(48));
        assertThat(http.get(path, alice).json().at("/images/0/url").asString())
                .isEqualTo(image.path("url").asString());
        refused(http.delete("/api/v1/me/images/" + image.path("id").asString(), alice), 409, "image-in-use");
        http.delete(path, alice);

        // For a day more: the post that it became may be on its way.
        assertThat(http.post(
                                POSTS,
                                alice,
                                "{\"text\":\"x\",\"images\":[\"%s\"]}"
                                        .formatted(image.path("id").asString()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void keepsAHundredAndNoMore() {
        for (var i = 0; i < Drafts.DRAFTS_MAX; i++) {
            jdbc.sql("INSERT INTO social.draft (id, owner_id, content, created_at, updated_at)"
                            + " VALUES (?, ?, '{\"text\":\"x\"}', now(), now())")
                    .param(ids.next())
                    .param(alice.account().value())
                    .update();
        }

        refused(http.post(DRAFTS, alice, "{\"text\":\"One more\"}"), 422, "too-many-drafts");
        assertThat(rows.erase(alice.account(), 60)).isEqualTo(60);
        assertThat(http.post(DRAFTS, alice, "{\"text\":\"One more\"}").status()).isEqualTo(201);
    }

    private String made(String body) {
        var made = http.post(DRAFTS, alice, body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.header("Location").orElseThrow();
    }

    private JsonNode image() {
        return http.send(
                        "POST",
                        "/api/v1/me/images",
                        alice,
                        BodyPublishers.ofByteArray(Pictures.file(Pictures.quarters(40, 20), "png")))
                .json();
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
