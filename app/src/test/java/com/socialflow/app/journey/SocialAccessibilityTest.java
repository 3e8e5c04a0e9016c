package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** axe-core finds no serious fault where people talk, light or dark. */
@Tag("browser")
class SocialAccessibilityTest {

    private static final Map<String, String> OWN = Map.of(
            "/bookmarks", "bookmarks-empty",
            "/likes", "likes-empty",
            "/drafts", "drafts-empty",
            "/drafts?show=scheduled", "scheduled-empty",
            "/follow-requests", "people-empty",
            "/studio?tab=comments", "held-empty");

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noPageOfPostsHasAGraveFault(ColorScheme scheme) {
        var name = SharedProgram.freshName();
        var person = Person.registered(SharedProgram.get().address(), name);
        var made = person.post("/api/v1/posts", """
            {"text":"Which door, @%s? https://doors.example.org #doors",
             "poll":{"options":["Left","Right"],"durationSeconds":3600}}""".formatted(name));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var id = Person.json(made).path("id").asString();
        person.post("/api/v1/posts", "{\"text\":\"The left one.\",\"replyTo\":\"%s\"}".formatted(id));
        try (var visitor = Visitor.arrives(scheme)) {
            Axe.check(visitor, scheme, "/?tab=public", "public-timeline");
            visitor.isSignedInAs(name);
            Axe.check(visitor, scheme, "/?tab=following", "home-timeline");
            Axe.check(visitor, scheme, "/post/" + id, "replies");
            Axe.check(visitor, scheme, "/@" + name, "profile-posts");
            Axe.check(visitor, scheme, "/@" + name + "/followers", "people-empty");
            OWN.forEach((path, landmark) -> Axe.check(visitor, scheme, path, landmark));
            visitor.open("/?tab=following");
            visitor.sees("composer-door").click();
            visitor.sees("add-poll").click();
            visitor.at("composer-more").click();
            visitor.sees("composer-options");
            Axe.check(visitor, scheme + " writing");
            visitor.at("post-menu").first().click();
            visitor.sees("copy-link");
            Axe.check(visitor, scheme + " menu");
        }
    }
}
