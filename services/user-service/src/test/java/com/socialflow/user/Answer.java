package com.socialflow.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** What the API said, as a client sees it. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {

    /** The member of the body; fails when there is none. */
    public String text(String field) {
        assertThat(body.has(field)).as("%s in %s", field, body).isTrue();
        return body.get(field).asString();
    }

    /** The {@code Set-Cookie} header of that name. */
    public Optional<String> setCookie(String name) {
        return headers.getOrDefault(HttpHeaders.SET_COOKIE, List.of()).stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .reduce((_, last) -> last);
    }

    /** The value that the answer gives a cookie. */
    public String cookie(String name) {
        var header = setCookie(name).orElseThrow();
        return header.substring(name.length() + 1, header.indexOf(';'));
    }

    /** Fails unless this is that problem, in the shape of every problem. */
    public Answer isProblem(int expectedStatus, String code) {
        assertThat(status).as("status of %s", body).isEqualTo(expectedStatus);
        assertThat(headers.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(text("code")).isEqualTo(code);
        assertThat(text("requestId")).isNotEmpty();
        if (status == 401) {
            assertThat(headers.getFirst(HttpHeaders.WWW_AUTHENTICATE)).startsWith("Bearer");
        }
        return this;
    }

    /** Fails unless this is the refusal of one field with that code. */
    public Answer isInvalid(String field, String code) {
        isProblem(422, "invalid");
        assertThat(body.get("errors")).as("errors of %s", body).hasSize(1);
        assertThat(body.get("errors").get(0).get("field").asString()).isEqualTo(field);
        assertThat(body.get("errors").get(0).get("code").asString())
                .as("code of %s", body)
                .isEqualTo(code);
        return this;
    }
}
