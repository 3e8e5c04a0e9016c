package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One program for all journeys of this JVM that do not hurt it; it ends with the JVM. */
public final class SharedProgram {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private static final Duration TRANSCODED = Duration.ofMinutes(3);

    private static final Pattern CLAIM = Pattern.compile("/claim#token=([A-Za-z0-9_-]+)");

    @Nullable
    private static RunningProgram program;

    @Nullable
    private static String administrator;

    @Nullable
    private static JsonNode video;

    @Nullable
    private static JsonNode longerVideo;

    private SharedProgram() {}

    /** The program, started when first asked for. */
    public static synchronized RunningProgram get() {
        if (program == null) {
            var started = RunningProgram.start(directory("shared"));
            program = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        }
        return program;
    }

    /** A person that no other test uses. */
    public static Person somebody() {
        return Person.registered(get().address(), freshName());
    }

    /** The username of the administrator, who took charge by the link that the program printed. */
    public static synchronized String administrator() {
        if (administrator == null) {
            var name = freshPerson();
            // Asked for here: the thread that waits would wait for this one.
            var running = get();
            var token = await("a link to take charge")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> CLAIM.matcher(running.output()), Matcher::find);
            var claimed = Person.anonymous(get().address())
                    .signIn(name)
                    .post("/api/v1/admin/claims", "{\"token\":\"%s\"}".formatted(token.group(1)));
            assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(204);
            administrator = name;
        }
        return administrator;
    }

    /** The username of a new person. */
    public static String freshPerson() {
        var name = freshName();
        Person.registered(get().address(), name);
        return name;
    }

    /** A public video that is ready, the same for all tests: nobody changes it. */
    public static synchronized JsonNode readyVideo() {
        if (video == null) {
            video = ready("A door knob", clip());
        }
        return video;
    }

    /** The same of several segments. */
    public static synchronized JsonNode readyLongerVideo() {
        if (longerVideo == null) {
            longerVideo = ready("A chair", longerClip());
        }
        return longerVideo;
    }

    private static JsonNode ready(String title, Path file) {
        var owner = somebody();
        var ended = owner.awaitEnd(owner.upload(title, file), TRANSCODED);
        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("ready");
        return ended;
    }

    /** A username that no other test uses. */
    public static String freshName() {
        return "person_" + PEOPLE.incrementAndGet();
    }

    /** An empty directory for a program's data. The engines run as another user, who has to get there. */
    public static Path directory(String name) {
        try {
            var directory = Path.of(
                    "target", "journeys", name + "-" + ProcessHandle.current().pid());
            Files.createDirectories(directory.getParent());
            return directory.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small real recording in high definition: 120 frames in 4 s, 479 KB. */
    public static Path clip() {
        return file("app/src/test/resources/clips/doorknob-hd-no-bar.mp4");
    }

    /** A real recording in portrait of several segments: 9 s. */
    public static Path longerClip() {
        return file("workers/src/test/resources/clips/chair-9s.mp4");
    }

    private static Path file(String path) {
        return Path.of(System.getProperty("project.root", "..")).resolve(path);
    }
}
