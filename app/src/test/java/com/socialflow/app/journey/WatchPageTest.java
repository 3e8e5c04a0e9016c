package com.socialflow.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The player of a video that is ready: quality, seeking, the storyboard, the keyboard. */
class WatchPageTest extends InBrowser {

    /** Brightness differs by more than this in any real picture. */
    private static final double FLAT = 50;

    private Screening screening;

    @BeforeEach
    void watch() {
        visitor.open("/watch/" + SharedProgram.readyVideo().path("id").asString());
        screening = new Screening(visitor);
        screening.begins();
    }

    @Test
    void theTimeGoesOnAndThePictureIsNotFlat() {
        var before = screening.time();
        screening.awaitTime("it plays", now -> now > before + 0.5);

        assertThat(screening.variance()).isGreaterThan(FLAT);
        assertThat(screening.duration()).isCloseTo(4, within(0.1));
        screening.is("ended");
        assertThat(screening.time()).isCloseTo(4, within(0.1));
    }

    @Test
    void theQualityMenuSwitchesTheLevel() {
        screening.chooseQuality("360");
        press("0");
        screening.awaitLines(360);
        assertThat(screening.player()).hasAttribute("data-level", "360");

        screening.chooseQuality("720");
        press("0");
        screening.awaitLines(720);
        assertThat(screening.player()).hasAttribute("data-level", "720");
        await("a picture").atMost(Visitor.PATIENCE).until(() -> screening.variance() > FLAT);
    }

    @Test
    void aPressOnTheBarSeeksAndShowsWhatIsThere() {
        press("k");
        screening.is("paused");
        var bar = visitor.at("player-seek");
        var box = bar.boundingBox();
        bar.hover(new Locator.HoverOptions().setPosition(box.width * 0.5, box.height / 2));
        assertThat(visitor.sees("player-preview")).containsText("0:02");
        assertThat(visitor.at("player-preview").locator(".thumbnail__frame")).isVisible();
        assertThat(storyboardWidth()).isPositive();
        visitor.photographs("storyboard");

        bar.click(new Locator.ClickOptions().setPosition(box.width * 0.75, box.height / 2));
        screening.awaitTime("it seeks", now -> Math.abs(now - 3) < 0.1);
        await("another picture").atMost(Visitor.PATIENCE).until(() -> screening.variance() > FLAT);
        press("k");
        screening.awaitTime("it goes on there", now -> now > 3.2);
    }

    @Test
    void theKeyboardDoesWhatItsHelpSays() {
        press("Space");
        screening.is("paused");
        press("m");
        assertThat(screening.muted()).isTrue();
        press("m");
        assertThat(screening.muted()).isFalse();
        press("5");
        screening.awaitTime("half of it", now -> Math.abs(now - 2) < 0.2);
        press("f");
        await("full screen").atMost(Visitor.PATIENCE).until(() -> fullScreen());
        press("f");
        await("the page again").atMost(Visitor.PATIENCE).until(() -> !fullScreen());
        press("?");
        visitor.sees("player-help");
        press("Escape");
        assertThat(visitor.at("player-help")).hasCount(0);
        press("Space");
        screening.is("playing");
    }

    @Test
    void thePlayerIsPartOfOtherPages() {
        visitor.open("/embed/" + SharedProgram.readyVideo().path("id").asString());
        visitor.sees("player-begin").click();
        screening.is("playing");
        assertThat(visitor.at("nav-home")).hasCount(0);
    }

    private void press(String key) {
        visitor.page().keyboard().press(key);
    }

    private boolean fullScreen() {
        return (Boolean) visitor.page().evaluate("() => document.fullscreenElement !== null");
    }

    /** Width of the picture that a piece of is shown above the bar. */
    private double storyboardWidth() {
        var width = visitor.at("player-preview").locator(".thumbnail__frame").evaluate("""
            async frame => {
              const picture = new Image();
              picture.src = frame.style.backgroundImage.slice('url("'.length, -'")'.length);
              await picture.decode();
              return picture.naturalWidth;
            }\
            """);
        return ((Number) width).doubleValue();
    }
}
