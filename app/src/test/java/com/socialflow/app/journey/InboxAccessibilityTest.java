package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** axe-core finds no serious fault where people hear of each other, light or dark. */
@Tag("browser")
class InboxAccessibilityTest {

    private static final Map<String, String> OWN = Map.of(
            "/notifications?filter=mentions", "notifications",
            "/notifications?filter=filtered", "notifications-empty",
            "/messages", "conversation",
            "/search", "trends",
            "/tags/hinges", "tag-name",
            "/lists", "lists-empty",
            "/settings/notifications", "kinds",
            "/settings/messages", "message-from",
            "/settings/distance", "hidden-words-empty");

    private static final Map<String, String> OF_MODERATORS =
            Map.of("/admin/reports", "reports", "/admin/trends", "trends-review");

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noPageOfNewsHasAGraveFault(ColorScheme scheme) {
        var name = SharedProgram.freshName();
        var person = Person.registered(SharedProgram.get().address(), name);
        var friend = SharedProgram.somebody();
        var id = Person.json(person.get("/api/v1/me")).path("id").asString();
        var post = friend.post("/api/v1/posts", "{\"text\":\"Which door, @%s? #hinges\"}".formatted(name));
        assertThat(post.body()).contains("\"mention\"");
        var begun = made(friend.post("/api/v1/conversations", """
                {"members":["%s"],"text":"The left one. https://doors.example.org"}""".formatted(id)));
        var list = made(person.post("/api/v1/me/lists", "{\"title\":\"Doors\"}"));
        await("the mention is told")
                .atMost(Visitor.PATIENCE)
                .untilAsserted(() ->
                        assertThat(person.get("/api/v1/notifications").body()).contains("\"mention\""));
        try (var visitor = Visitor.arrives(scheme)) {
            visitor.isSignedInAs(name);
            Axe.check(visitor, scheme, "/notifications", "notifications");
            Axe.check(visitor, scheme, "/messages/" + begun, "message-request");
            visitor.at("request-accept").click();
            visitor.sees("message-box").fill("Thank you");
            visitor.at("send").click();
            visitor.at("message-menu").first().focus();
            Axe.check(visitor, scheme + " writing");
            Axe.check(visitor, scheme, "/lists/" + list, "timeline-empty");
            Axe.check(visitor, scheme, "/lists/" + list + "?tab=members", "people-empty");
            person.delete("/api/v1/me/lists/" + list);
            OWN.forEach((path, landmark) -> Axe.check(visitor, scheme, path, landmark));
            visitor.open("/messages");
            visitor.sees("new-conversation").click();
            visitor.sees("new-conversation-to");
            Axe.check(visitor, scheme + " new conversation");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noPageOfModeratorsHasAGraveFault(ColorScheme scheme) {
        try (var visitor = Visitor.arrives(scheme)) {
            visitor.isSignedInAs(SharedProgram.administrator());
            OF_MODERATORS.forEach((path, landmark) -> Axe.check(visitor, scheme, path, landmark));
        }
    }

    private static String made(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Person.json(answer).path("id").asString();
    }
}
