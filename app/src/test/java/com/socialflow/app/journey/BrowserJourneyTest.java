package com.socialflow.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The main job in a real browser: sign up, upload, watch, edit, delete. */
class BrowserJourneyTest extends InBrowser {

    private static final Duration TRANSCODED = Duration.ofMinutes(3);

    /** Bytes per second: the clip's 479 KB take long enough to be seen on their way. */
    private static final int SLOW_LINE = 150_000;

    @Test
    void somebodySignsUpUploadsWatchesEditsAndDeletes() {
        visitor.signUp(SharedProgram.freshName());

        visitor.open("/upload");
        visitor.sendsAtMost(SLOW_LINE);
        visitor.chooses(SharedProgram.clip());
        assertThat(progressSeen()).as("steps of the progress bar").hasSizeGreaterThan(2);
        visitor.sendsAtMost(-1);
        visitor.sees("upload-watch", TRANSCODED).click();

        watch();
        visitor.sees(visitor.at("watch"), "data-state", "ready", TRANSCODED);
        assertThat(visitor.at("watch-title")).hasText("Doorknob hd no bar");
        visitor.photographs("watch");

        rename("A door knob, turned");
        delete();
    }

    @Test
    void anUploadGoesOnAfterThePageWasLoadedAgain() {
        visitor.isSignedInAs(SharedProgram.freshPerson());
        visitor.open("/upload");
        visitor.sendsAtMost(SLOW_LINE / 3);
        visitor.chooses(SharedProgram.clip());
        await("some bytes are sent")
                .atMost(Visitor.PATIENCE)
                .until(() -> Integer.parseInt(visitor.sees("upload-progress").getAttribute("aria-valuenow")) >= 20);

        visitor.page().reload();
        visitor.sendsAtMost(-1);
        var sent = new AtomicLong();
        visitor.page().onRequest(request -> {
            if (request.method().equals("PATCH") && request.url().contains("/uploads/")) {
                sent.set(Long.parseLong(request.headers().get("upload-offset")));
            }
        });
        var file = visitor.page()
                .waitForFileChooser(() -> visitor.sees("unfinished-choose").click());
        file.setFiles(SharedProgram.clip());

        visitor.sees("upload-watch", TRANSCODED).click();
        new Screening(visitor).is("playing");
        assertThat(sent).as("where the second page went on").hasPositiveValue();
    }

    @Test
    void aVideoPlaysWhileItsBetterQualitiesAreStillMade() {
        var owner = SharedProgram.somebody();
        var id = owner.upload("Played early", SharedProgram.longerClip());
        visitor.open("/watch/" + id);
        var player = new Screening(visitor).player();
        visitor.sees(player, "data-source", "early", TRANSCODED);
        visitor.sees(player, "data-state", "playing", TRANSCODED);

        visitor.sees(player, "data-source", "full", TRANSCODED);

        new Screening(visitor).awaitTime("it goes on", now -> now > 1);
        assertThat(player).not().hasAttribute("data-state", "failed");
        visitor.at("player-settings").hover();
        visitor.at("player-settings").click();
        assertThat(visitor.at("player-quality-480")).isVisible();
    }

    private Set<Integer> progressSeen() {
        var seen = new TreeSet<Integer>();
        await("the upload's end").atMost(Duration.ofSeconds(60)).until(() -> {
            var bar = visitor.at("upload-progress");
            if (bar.count() == 1) {
                seen.add(Integer.parseInt(bar.getAttribute("aria-valuenow")));
            }
            var state = visitor.at("upload-item").getAttribute("data-state");
            return state != null && Set.of("processing", "playable", "ready").contains(state);
        });
        return seen;
    }

    private void watch() {
        var screening = new Screening(visitor);
        screening.is("playing");
        var before = screening.time();
        screening.awaitTime("the time goes on", now -> now > before + 0.5);
        assertThat(screening.variance()).as("variance of the picture").isGreaterThan(100);
    }

    private void rename(String title) {
        visitor.at("nav-studio").click();
        row().getByTestId("studio-edit").click();
        visitor.sees("edit-title").fill(title);
        visitor.at("edit-save").click();
        assertThat(row().getByTestId("studio-watch")).hasText(title);
        visitor.open("/?tab=videos");
        assertThat(visitor.page().getByText(title).first()).isVisible();
    }

    private void delete() {
        visitor.open("/studio");
        var address = row().getByTestId("studio-watch").getAttribute("href");
        row().getByTestId("studio-delete").click();
        visitor.sees("delete-confirm").click();
        visitor.sees("studio-empty");
        visitor.open(address);
        visitor.sees("video-missing");
    }

    private Locator row() {
        return visitor.at("studio-row");
    }
}
