package com.socialflow.app.journey;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.function.DoublePredicate;

/** The player on a page, as somebody sees it who watches. */
final class Screening {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Duration BY_ITSELF = Duration.ofSeconds(10);

    private final Visitor visitor;

    Screening(Visitor visitor) {
        this.visitor = visitor;
    }

    Locator player() {
        return visitor.at("player");
    }

    /** Waits for a state: idle, waiting, playing, paused, ended or failed. */
    void is(String state) {
        visitor.sees(player(), "data-state", state, PATIENCE);
    }

    /** Plays by itself, or after a press where the browser wants one before it lets anything sound. */
    void begins() {
        try {
            visitor.sees(player(), "data-state", "playing", BY_ITSELF);
        } catch (AssertionError e) {
            if (visitor.at("player-begin").isVisible()) {
                visitor.at("player-begin").click();
            }
            is("playing");
        }
    }

    double time() {
        return number("video => video.currentTime");
    }

    double duration() {
        return number("video => video.duration");
    }

    /** Lines of the picture that is shown. */
    int lines() {
        return (int) number("video => Math.min(video.videoHeight, video.videoWidth)");
    }

    boolean muted() {
        return (Boolean) video().evaluate("video => video.muted");
    }

    boolean paused() {
        return (Boolean) video().evaluate("video => video.paused");
    }

    void seekTo(double seconds) {
        video().evaluate("(video, seconds) => { video.currentTime = seconds; }", seconds);
    }

    /** Waits until the time is so. */
    void awaitTime(String what, DoublePredicate reached) {
        await(what).atMost(PATIENCE).until(() -> reached.test(time()));
    }

    void awaitLines(int lines) {
        await(lines + " lines").atMost(PATIENCE).until(() -> lines() == lines);
    }

    /** Variance of the brightness of what is shown, 0 to 16,256: 0 when all is one colour. */
    double variance() {
        return number("""
            video => {
              const canvas = document.createElement('canvas');
              canvas.width = 64;
              canvas.height = 36;
              const paper = canvas.getContext('2d');
              paper.drawImage(video, 0, 0, 64, 36);
              const dots = paper.getImageData(0, 0, 64, 36).data;
              let sum = 0, squares = 0, count = dots.length / 4;
              for (let i = 0; i < dots.length; i += 4) {
                const brightness = (dots[i] + dots[i + 1] + dots[i + 2]) / 3;
                sum += brightness;
                squares += brightness * brightness;
              }
              return squares / count - (sum / count) ** 2;
            }\
            """);
    }

    /** Chooses in the quality menu: "360", "auto". */
    void chooseQuality(String quality) {
        player().hover();
        visitor.at("player-settings").click();
        visitor.at("player-quality-" + quality).click();
    }

    private double number(String expression) {
        return ((Number) video().evaluate(expression)).doubleValue();
    }

    private Locator video() {
        return visitor.at("player-video");
    }
}
