package com.socialflow.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** People write, follow, answer and like, each in a browser of their own. */
class SocialJourneyTest extends InBrowser {

    private static final int PIXELS = 400;

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
        assertThat(visitor.sees("history-dialog").getByTestId("history-version"))
                .not()
                .hasCount(0);
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
    void aPictureIsDescribedAndAPostWaitsForItsHour() throws IOException {
        visitor.isSignedInAs(SharedProgram.freshPerson());
        visitor.open("/");
        visitor.sees("composer-door").click();
        visitor.at("composer-files").setInputFiles(new FilePayload("door.png", "image/png", square()));
        assertThat(visitor.sees("tray-image")).hasAttribute("data-there", "true");
        visitor.at("tray-describe").click();
        visitor.sees("alt-input").fill("An orange door");
        visitor.at("alt-save").click();
        visitor.at("composer-text").fill("Look what they painted.");
        visitor.at("composer-send").click();
        var post = post(visitor, "Look what they painted.");
        assertThat(post.getByTestId("post-image").locator("img")).hasAttribute("alt", "An orange door");
        post.getByTestId("alt-badge").click();
        assertThat(post.getByTestId("alt-text")).hasText("An orange door");
        post.getByTestId("post-image").click();
        visitor.sees("lightbox-image");
        visitor.page().keyboard().press("Escape");
        assertThat(visitor.at("lightbox")).hasCount(0);

        visitor.at("composer-door").click();
        visitor.sees("composer-text").fill("Good morning, tomorrow.");
        visitor.at("composer-more").click();
        visitor.sees("composer-schedule").check();
        visitor.at("composer-send").click();
        assertThat(visitor.at("composer")).hasCount(0);
        visitor.open("/drafts?show=scheduled");
        assertThat(visitor.sees("scheduled-list")).containsText("Good morning, tomorrow.");
        visitor.photographs("scheduled");
        visitor.at("kept-publish").click();
        visitor.sees("scheduled-empty");
    }

    @Test
    void aPrivateAccountLetsPeopleIn() {
        var owner = SharedProgram.freshPerson();
        var asker = SharedProgram.freshPerson();
        visitor.isSignedInAs(owner);
        visitor.open("/settings/profile");
        visitor.sees("profile-private").check();
        visitor.at("profile-save").click();
        assertThat(visitor.at("toasts")).not().isEmpty();
        visitor.open("/");
        write(visitor, "For those whom I let in.");

        try (var other = Visitor.arrives()) {
            other.isSignedInAs(asker);
            other.open("/@" + owner);
            other.sees("profile-closed");
            other.sees("follow").click();
            assertThat(other.sees("unfollow")).hasAttribute("data-state", "requested");
            visitor.open("/follow-requests");
            visitor.sees("request-accept").click();
            visitor.sees("people-empty");
            other.page().reload();
            assertThat(post(other, "For those whom I let in.")).isVisible();
            assertThat(other.complaints()).isEmpty();
        }
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

    private static byte[] square() throws IOException {
        var image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
        var drawing = image.createGraphics();
        drawing.setColor(Color.ORANGE);
        drawing.fillRect(0, 0, PIXELS, PIXELS);
        drawing.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** The post that says this. */
    private static Locator post(Visitor reader, String text) {
        return reader.at("post").filter(new Locator.FilterOptions().setHasText(text));
    }
}
