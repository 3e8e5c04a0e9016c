package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

/** Somebody who does everything that people do with each other, with words of his own where there are words. */
final class SocialCanary {

    /** What only the canary ever wrote. */
    static final List<String> WORDS = List.of(
            "canary hidden word 90210",
            "canary list 90210",
            "canary post 90210",
            "canary edit 90210",
            "canary warning 90210",
            "canary reply 90210",
            "canary message 90210");

    /** Files of the archive that hold it. */
    static final List<String> FILES =
            List.of("social/following.json", "social/followers.json", "social/hidden-words.json", "social/lists.json");

    private SocialCanary() {}

    /** The two follow each other, write to each other and like what they wrote. */
    static void acts(Person canary, Person neighbour) {
        tied(canary, neighbour);
        tied(neighbour, canary);
        made(canary.post("/api/v1/me/hidden-words", "{\"text\":\"canary hidden word 90210\"}"));
        var list = made(canary.post("/api/v1/me/lists", "{\"title\":\"canary list 90210\"}"));
        done(canary, "PUT", "/api/v1/me/lists/" + list + "/members/" + id(neighbour));
        posts(canary, neighbour);
        made(canary.post(
                "/api/v1/conversations",
                "{\"members\":[\"%s\"],\"text\":\"canary message 90210\"}".formatted(id(neighbour))));
    }

    private static void posts(Person canary, Person neighbour) {
        var post = made(
                canary.post("/api/v1/posts", "{\"text\":\"canary post 90210\",\"warning\":\"canary warning 90210\"}"));
        var edited = canary.patch("/api/v1/posts/" + post, "{\"text\":\"canary edit 90210\"}");
        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
        var answer =
                made(neighbour.post("/api/v1/posts", "{\"text\":\"An answer\",\"replyTo\":\"%s\"}".formatted(post)));
        made(neighbour.post("/api/v1/posts", "{\"text\":\"A quote\",\"quote\":\"%s\"}".formatted(post)));
        made(canary.post("/api/v1/posts", "{\"text\":\"canary reply 90210\",\"replyTo\":\"%s\"}".formatted(answer)));
        for (var reaction : List.of("/like", "/repost", "/bookmark")) {
            done(canary, "PUT", "/api/v1/posts/" + answer + reaction);
            done(neighbour, "PUT", "/api/v1/posts/" + post + reaction);
        }
        done(canary, "PUT", "/api/v1/tags/trains/follow");
    }

    private static void tied(Person one, Person other) {
        done(one, "PUT", "/api/v1/accounts/" + id(other) + "/follow");
        done(one, "PUT", "/api/v1/accounts/" + id(other) + "/mute");
    }

    private static String made(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Person.json(answer).path("id").asString();
    }

    private static void done(Person person, String method, String path) {
        var answer = person.body(method, path, "application/json", BodyPublishers.noBody());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 204);
    }

    static String id(Person person) {
        return Person.json(person.get("/api/v1/me")).path("id").asString();
    }

    /** As rows name the person. */
    static String number(Person person) {
        return Long.toString(AccountId.parse(id(person)).value());
    }
}
