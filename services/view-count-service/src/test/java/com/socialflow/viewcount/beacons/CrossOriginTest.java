package com.socialflow.viewcount.beacons;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Http.Answer;
import com.socialflow.viewcount.ViewCountServiceTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Players in pages of others. */
class CrossOriginTest extends ViewCountServiceTest {

    private Answer preflight(String path, String method, String headers) {
        return http.send(
                "OPTIONS",
                path,
                null,
                BodyPublishers.noBody(),
                "Origin",
                "https://blog.example",
                "Access-Control-Request-Method",
                method,
                "Access-Control-Request-Headers",
                headers);
    }

    @Test
    void browsersMayTellFromAnyPageWithoutCookies() {
        var video = video(alice, Duration.ofMinutes(1));
        for (var path : new String[] {"/api/v1/videos/" + video + "/views", "/api/v1/views"}) {
            var answer = preflight(path, "POST", "content-type");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
            assertThat(answer.header("Access-Control-Allow-Headers").orElse("")).isEqualToIgnoringCase("content-type");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(answer.header("Access-Control-Max-Age")).contains("86400");
        }
    }

    @Test
    void nothingElseIsOpenToThem() {
        var video = video(alice, Duration.ofMinutes(1));
        for (var attempt : new String[][] {
            {"/api/v1/videos/" + video + "/views", "DELETE", "content-type"},
            {"/api/v1/views", "POST", "authorization"},
            {"/api/v1/videos/" + video + "/stats", "GET", "content-type"},
        }) {
            var answer = preflight(attempt[0], attempt[1], attempt[2]);
            assertThat(answer.header("Access-Control-Allow-Origin"))
                    .as(attempt[1] + " " + attempt[0])
                    .isEmpty();
        }
    }

    @Test
    void aRefusalCanBeReadThereToo() {
        var answer = http.post("/api/v1/views", null, "{", "Origin", "https://blog.example");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed");
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
    }
}
