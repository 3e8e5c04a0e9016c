package com.socialflow.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** People write, follow, answer and like, each in a browser of their own. */
class SocialJourneyTest extends InBrowser {

    @Test
    void aPostReachesAFollowerWhoAnswersIt() {
        var writer = SharedProgram.freshPerson();
        var reader = SharedProgram.freshPerson();
        visitor.isSignedInAs(reader);
        follow(writer);
        visitor.open("/");
        visitor.sees("timeline-empty");

        try (var other = Visitor.arrives()) {
            other.isSignedInAs(writer);
            other.open("/");
            write(other, "First light on the #harbour, for @" + reader);
            assertThat(post(visitor, "First light")).isVisible();
            write(other, "And now the second.");
            var pill = visitor.sees("new-posts");
            assertThat(post(visitor, "And now the second.")).hasCount(0);
            pill.click();
            assertThat(post(visitor, "And now the second.")).isVisible();

            var first = post(visitor, "First light");
            assertThat(first.getByTestId("post-text").locator("a")).hasCount(2);
            first.getByTestId("post-like").click();
            assertThat(first.getByTestId("post-like")).hasAttribute("aria-pressed", "true");
            first.getByTestId("post-reply").click();
            visitor.sees("composer-text").fill("It was worth getting up.");
            visitor.page().keyboard().press("Control+Enter");
            assertThat(visitor.at("composer-dialog")).hasCount(0);
            visitor.photographs("home");

            post(other, "First light").getByTestId("post-link").click();
            assertThat(other.sees("replies")).containsText("It was worth getting up.");
            assertThat(other.at("thread").getByTestId("post-like").first()).containsText("1");
            other.photographs("thread");
            assertThat(other.complaints()).isEmpty();
        }
    }

    @Test
    void aPostIsChangedKeptAndTakenBack() {
        var writer = SharedProgram.freshPerson();
        visitor.isSignedInAs(writer);
        visitor.open("/");
        write(visitor, "A thougt about doors.");
        var post = post(visitor, "about doors");
        choose(post, "edit-post");
        visitor.sees("composer-text").fill("A thought about doors.");
        visitor.at("composer-send").click();
        assertThat(post(visitor, "A thought about doors.")).isVisible();
        visitor.sees("post-edited").click();
        assertThat(visitor.sees("history-dialog").getByTestId("history-version")).not().hasCount(0);
        visitor.at("dialog-close").click();
        post.getByTestId("post-bookmark").click();
        assertThat(post.getByTestId("post-bookmark")).hasAttribute("aria-pressed", "true");
        visitor.open("/bookmarks");
        assertThat(visitor.sees("bookmarks")).containsText("A thought about doors.");

        visitor.open("/@" + writer);
        choose(post(visitor, "A thought"), "delete-post");
        assertThat(post(visitor, "A thought")).hasCount(0);
        visitor.sees("undo").click();
        assertThat(post(visitor, "A thought")).isVisible();
        choose(post(visitor, "A thought"), "delete-post");
        assertThat(visitor.at("undo")).hasCount(0);
        visitor.page().reload();
        visitor.sees("profile-no-posts");
    }

    @Test
    void aCommentStandsBelowTheVideo() {
        var video = SharedProgram.readyVideo();
        visitor.isSignedInAs(SharedProgram.freshPerson());
        visitor.open("/watch/" + video.path("id").asString());
        visitor.sees("watch-title").scrollIntoViewIfNeeded();
        visitor.page().mouse().wheel(0, 2_000);
        visitor.sees("comments").getByTestId("composer-door").click();
        visitor.sees("composer-text").fill("The handle is what makes it.");
        visitor.at("composer-send").click();
        var comment = post(visitor, "The handle is what makes it.");
        assertThat(comment).isVisible();

        try (var owner = Visitor.arrives()) {
            owner.isSignedInAs(video.path("owner").path("username").asString());
            owner.open("/watch/" + video.path("id").asString());
            owner.sees("watch-title").scrollIntoViewIfNeeded();
            owner.page().mouse().wheel(0, 2_000);
            owner.sees("comment-mode");
            choose(post(owner, "The handle is what makes it."), "heart-comment");
            assertThat(owner.sees("post-hearted")).isVisible();
            owner.photographs("comments");
            assertThat(owner.complaints()).isEmpty();
        }
    }

    private void follow(String name) {
        visitor.open("/@" + name);
        visitor.sees("follow").click();
        assertThat(visitor.sees("unfollow")).hasAttribute("data-state", "following");
    }

    private static void write(Visitor writer, String text) {
        writer.sees("composer-door").click();
        writer.sees("composer-text").fill(text);
        writer.at("composer-send").click();
        assertThat(post(writer, text.substring(0, 8))).isVisible();
    }

    private static void choose(Locator post, String entry) {
        post.getByTestId("post-menu").click();
        post.getByTestId(entry).click();
    }

    /** The post that says this. */
    private static Locator post(Visitor reader, String text) {
        return reader.at("post").filter(new Locator.FilterOptions().setHasText(text));
    }
}
