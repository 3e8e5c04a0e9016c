package com.socialflow.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** What others do arrives while somebody looks, and people write to each other, each in a browser of their own. */
class InboxJourneyTest extends InBrowser {

    @Test
    void aNotificationArrivesLiveAndLeadsToItsPost() {
        var writer = SharedProgram.freshPerson();
        var post = posts(signedIn(writer), "A door that opens by itself", "");
        var reader = signedIn(SharedProgram.freshPerson());
        visitor.isSignedInAs(writer);
        listens("/notifications");
        visitor.sees("notifications-empty");

        puts(reader, "/api/v1/posts/" + post + "/like");
        assertThat(visitor.sees("notification")).hasAttribute("data-kind", "like");
        assertThat(visitor.at("notification")).containsText("A door that opens by itself");
        posts(reader, "Who turned the handle?", post);
        visitor.sees("new-notifications").click();
        assertThat(visitor.at("notification")).hasCount(2);
        assertThat(visitor.at("notification").first()).hasAttribute("data-kind", "reply");
        assertThat(visitor.at("notification").first()).containsText("Who turned the handle?");
        visitor.photographs("notifications");
        assertThat(unread("nav-notifications")).hasCount(0);

        visitor.at("notification-link").click();
        visitor.page().waitForURL("**/post/" + post);
        assertThat(visitor.sees("replies")).containsText("Who turned the handle?");

        puts(reader, "/api/v1/posts/" + post + "/repost");
        assertThat(unread("nav-notifications")).containsText("1");
        visitor.at("nav-notifications").click();
        assertThat(visitor.at("notification").first()).hasAttribute("data-kind", "repost");
        assertThat(unread("nav-notifications")).hasCount(0);
        visitor.at("notification-remove").first().click();
        assertThat(visitor.at("notification")).hasCount(2);
        visitor.sees("undo").click();
        assertThat(visitor.at("notification")).hasCount(3);
    }

    @Test
    void strangersWriteAfterTheOtherAccepted() {
        var stranger = SharedProgram.freshPerson();
        var person = SharedProgram.freshPerson();
        visitor.isSignedInAs(person);
        listens("/messages?folder=requests");
        visitor.sees("conversations-empty");

        try (var other = Visitor.arrives()) {
            other.isSignedInAs(stranger);
            other.open("/@" + person);
            other.sees("write-to-person").click();
            other.sees("new-conversation-text").fill("Is the door for sale? https://doors.example.org/1");
            other.at("new-conversation-send").click();
            assertThat(other.sees("messages").getByTestId("message")).hasCount(1);

            visitor.sees("conversation").click();
            assertThat(visitor.sees("message-request")).isVisible();
            assertThat(visitor.at("message").locator("a")).hasAttribute("href", "https://doors.example.org/1");
            visitor.photographs("message-request");
            visitor.at("request-accept").click();
            say(visitor, "It is.", "But the handle stays.");
            assertThat(other.at("message")).hasCount(2);
            assertThat(other.at("message").last()).containsText("But the handle stays.");
            assertThat(other.at("pending")).hasCount(0);
            say(other, "A pity.");
            assertThat(visitor.at("message").last()).containsText("A pity.");
            visitor.photographs("messages");

            takesBack(other);
            assertThat(other.at("message").last()).containsText("taken back");
            assertThat(other.complaints()).isEmpty();
        }
        visitor.at("message").first().hover();
        visitor.at("message").first().getByTestId("message-menu").click();
        visitor.sees("message-report").click();
        visitor.sees("report-reason").selectOption("spam");
        visitor.at("report-submit").click();
        assertThat(visitor.at("report-dialog")).hasCount(0);
        assertThat(visitor.at("toasts")).containsText("The moderators will look at it.");
    }

    @Test
    void aHashtagIsFollowedAndAListKept() {
        var name = SharedProgram.freshPerson();
        var friend = SharedProgram.freshPerson();
        var tag = "tag" + name;
        posts(signedIn(friend), "New hinges #" + tag, "");
        await("the post is found by its hashtag").atMost(Visitor.PATIENCE).until(() -> found(tag));
        visitor.isSignedInAs(name);
        visitor.open("/tags/" + tag);
        assertThat(visitor.sees("tag-timeline")).containsText("New hinges");
        visitor.at("follow-tag").click();
        visitor.sees("unfollow-tag");

        visitor.open("/@" + friend);
        visitor.sees("follow").click();
        visitor.sees("unfollow");
        visitor.at("person-menu").click();
        visitor.sees("add-to-list").click();
        visitor.sees("list-new").click();
        visitor.sees("list-title").fill("Doors");
        visitor.at("list-save").click();
        assertThat(visitor.sees("list-member")).isChecked();
        visitor.at("dialog-close").click();
        visitor.open("/lists");
        visitor.sees("list").locator("a").click();
        assertThat(visitor.sees("list-timeline")).containsText("New hinges");
        visitor.at("tab-members").click();
        assertThat(visitor.sees("someone")).hasAttribute("data-username", friend);
        visitor.photographs("list");
    }

    @Test
    void wordsAreHiddenAndNoticesChosen() {
        visitor.isSignedInAs(SharedProgram.freshPerson());
        visitor.open("/settings/distance");
        visitor.sees("hidden-word-text").fill("spoiler");
        visitor.at("hidden-word-add").click();
        assertThat(visitor.sees("hidden-word")).containsText("spoiler");
        visitor.at("hidden-word-remove").click();
        visitor.sees("hidden-words-empty");
        visitor.at("undo").click();
        visitor.sees("hidden-word");

        visitor.open("/settings/notifications");
        visitor.sees("way-like-app");
        var settings = "**/me/notification-settings";
        visitor.page().waitForResponse(settings, visitor.at("way-like-app")::uncheck);
        assertThat(visitor.at("way-like-push")).isDisabled();
        visitor.page()
                .waitForResponse(settings, () -> visitor.at("digest-often").selectOption("weekly"));
        visitor.photographs("notification-settings");
        visitor.page().reload();
        assertThat(visitor.sees("way-like-app")).not().isChecked();
        assertThat(visitor.at("digest-often")).hasValue("weekly");
    }

    @Test
    void theWorkerThatShowsPushMessagesIsServed() {
        var worker = Person.anonymous(SharedProgram.get().address()).get("/sw.js");
        assertThat(worker.statusCode()).isEqualTo(200);
        assertThat(worker.headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
        assertThat(worker.headers().firstValue("Cache-Control").orElseThrow()).contains("no-cache");
    }

    /** Opens a page and waits until the program can tell it something. */
    private void listens(String path) {
        visitor.page().waitForResponse("**/api/v1/stream", () -> visitor.open(path));
    }

    private static boolean found(String tag) {
        var posts = Person.anonymous(SharedProgram.get().address()).get("/api/v1/timelines/hashtags/" + tag);
        return Person.json(posts).path("items").size() > 0;
    }

    private Locator unread(String room) {
        return visitor.at(room).getByTestId("unread");
    }

    /** Says something of several lines. */
    private static void say(Visitor writer, String... lines) {
        var keyboard = writer.page().keyboard();
        writer.sees("message-box").click();
        for (int line = 0; line < lines.length; line++) {
            keyboard.type(lines[line]);
            keyboard.press(line < lines.length - 1 ? "Shift+Enter" : "Enter");
        }
        assertThat(writer.at("message").last()).containsText(lines[lines.length - 1]);
    }

    private static void takesBack(Visitor writer) {
        var last = writer.at("message").last();
        last.hover();
        last.getByTestId("message-menu").click();
        last.getByTestId("message-take-back").click();
    }

    private static Person signedIn(String name) {
        return Person.anonymous(SharedProgram.get().address()).signIn(name);
    }

    private static String posts(Person writer, String text, String replyTo) {
        var answer = replyTo.isEmpty() ? "" : ",\"replyTo\":\"%s\"".formatted(replyTo);
        var made = writer.post("/api/v1/posts", "{\"text\":\"%s\"%s}".formatted(text, answer));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Person.json(made).path("id").asString();
    }

    private static void puts(Person person, String path) {
        var answer = person.body("PUT", path, "application/json", BodyPublishers.noBody());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }
}
