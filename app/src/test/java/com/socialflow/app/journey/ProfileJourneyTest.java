package com.socialflow.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who somebody is: told in the settings, seen on the person's page. */
class ProfileJourneyTest extends InBrowser {

    private static final int PIXELS = 400;

    @Test
    void aProfileIsToldAndSeen(@TempDir Path directory) throws IOException {
        var name = SharedProgram.freshPerson();
        visitor.isSignedInAs(name);
        visitor.open("/settings/profile");
        visitor.sees("avatar-input").setInputFiles(square(directory));
        assertThat(visitor.at("toasts")).containsText("The picture is saved.");
        visitor.sees("avatar-remove");

        visitor.at("profile-display-name").fill("Mira of the journey");
        visitor.at("profile-biography").fill("I film doors.\nAnd what is behind them.");
        visitor.at("link-add").click();
        visitor.at("link-name").fill("Doors");
        visitor.at("link-url").fill("doors.example.org");
        visitor.at("profile-save").click();
        assertThat(visitor.at("account-menu")).containsText("Mira of the journey");

        visitor.open("/@" + name);
        assertThat(visitor.sees("profile-name")).hasText("Mira of the journey");
        assertThat(visitor.at("profile-biography")).containsText("And what is behind them.");
        assertThat(visitor.at("profile-links").locator("a")).hasAttribute("href", "https://doors.example.org");
        assertThat(visitor.at("profile").locator("img.avatar")).hasJSProperty("complete", true);
        visitor.photographs("profile");
    }

    @Test
    void anotherNameIsTakenAndTheOldOneLeadsToIt() {
        var old = SharedProgram.freshPerson();
        var next = SharedProgram.freshName();
        visitor.isSignedInAs(old);
        visitor.open("/settings/profile");
        visitor.sees("handle-change").click();
        visitor.sees("handle-username").fill(next);
        visitor.at("handle-submit").click();
        assertThat(visitor.at("account-menu")).containsText("@" + next);

        visitor.open("/@" + old);
        assertThat(visitor.sees("profile")).hasAttribute("data-username", next);
        visitor.page().waitForURL("**/@" + next);
    }

    @Test
    void aVideoLeadsToThePageOfItsOwner() {
        var video = SharedProgram.readyVideo();
        visitor.open("/watch/" + video.path("id").asString());
        visitor.sees("watch-owner-link").click();
        visitor.sees("tab-videos").click();
        visitor.sees("profile-videos");
        assertThat(visitor.at("video-card")).hasCount(1);
    }

    private static Path square(Path directory) throws IOException {
        var image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
        var drawing = image.createGraphics();
        drawing.setColor(Color.ORANGE);
        drawing.fillRect(0, 0, PIXELS, PIXELS);
        drawing.dispose();
        var file = directory.resolve("avatar.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
