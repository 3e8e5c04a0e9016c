package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.app.journey.OtherPeoplesThingsTest.Attempt;
import java.util.stream.Stream;

/** What others try to do to a conversation of two, of which they may not even know. */
final class ConversationAttempts {

    private static final String CONVERSATION = "/api/v1/conversations/{id}";
    private static final String MESSAGE = CONVERSATION + "/messages/{message}";

    private ConversationAttempts() {}

    static Stream<Attempt> on(Person owner, Person other) {
        var account = Person.json(other.get("/api/v1/me")).path("id").asString();
        var begun = owner.post(
                "/api/v1/conversations", "{\"members\":[\"%s\"],\"text\":\"Between us\"}".formatted(account));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        var conversation = Person.json(begun).path("id").asString();
        return Stream.of(
                of("GET", CONVERSATION, conversation, ""),
                of("DELETE", CONVERSATION, conversation, ""),
                of("PUT", CONVERSATION + "/acceptance", conversation, ""),
                of("PUT", CONVERSATION + "/read", conversation, "{\"upTo\":\"%s\"}".formatted(conversation)),
                of("GET", CONVERSATION + "/messages", conversation, ""),
                of("POST", CONVERSATION + "/messages", conversation, "{\"text\":\"Me too\"}"),
                of("DELETE", MESSAGE, conversation, ""),
                of("POST", MESSAGE + "/report", conversation, "{\"reason\":\"spam\"}"));
    }

    private static Attempt of(String method, String route, String id, String body) {
        return new Attempt(method, route, id, true, "application/json", body);
    }
}
