package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The letters of a program without a mail server: they stay in it, and administrators read them. */
final class Outbox {

    private static final Pattern LINK = Pattern.compile("https?://\\S+#token=[A-Za-z0-9_-]+");
    private static final Duration WRITTEN = Duration.ofSeconds(20);

    private Outbox() {}

    /** Where the link of a letter leads, from the root of the address on; waits for the letter. */
    static String link(String address, String kind) {
        var text = await("a letter of the kind " + kind + " to " + address)
                .atMost(WRITTEN)
                .until(() -> newest(address, kind), Optional::isPresent)
                .orElseThrow();
        var found = LINK.matcher(text);
        assertThat(found.find()).as("a link in: " + text).isTrue();
        var link = URI.create(found.group());
        return link.getPath() + "#" + link.getFragment();
    }

    private static Optional<String> newest(String address, String kind) {
        var answer = Person.anonymous(SharedProgram.get().address())
                .signIn(SharedProgram.administrator())
                .get("/api/v1/admin/messages?limit=100");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Person.json(answer)
                .path("items")
                .valueStream()
                .filter(message -> message.path("to").asString().equals(address))
                .filter(message -> message.path("kind").asString().equals(kind))
                .map(message -> message.path("text"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst();
    }
}
