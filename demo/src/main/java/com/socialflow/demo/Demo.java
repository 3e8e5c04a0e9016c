package com.socialflow.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Signs a few people up, uploads their clips and lets them talk. Whatever is there already is left as it is. */
public final class Demo {

    /** Everybody's, and no secret: a demo runs on one's own machine. */
    static final String PASSWORD = "a demo is for looking around";

    /** The first start of all engines takes this long on a slow machine. */
    private static final Duration START_MAX = Duration.ofMinutes(3);

    private static final List<Person> PEOPLE = List.of(
            new Person(
                    "noor",
                    "Noor Haddad",
                    List.of(
                            new Clip(
                                    "colours.mp4", "Evening colours, turning", "Seven calm seconds.", "colour", "calm"),
                            new Clip(
                                    "zoom.mp4",
                                    "Into the Mandelbrot set",
                                    "It never ends.",
                                    "mathematics",
                                    "fractal"))),
            new Person(
                    "kenji",
                    "Kenji Ito",
                    List.of(
                            new Clip("chair.mp4", "A chair and a glass", "Filmed upright, by hand.", "home"),
                            new Clip("pattern.mp4", "Brush strokes, close", "What is it painted on?", "texture"))),
            new Person(
                    "ada",
                    "Ada Winter",
                    List.of(new Clip(
                            "life.mp4", "Life, after Conway", "Three rules, no plan.", "mathematics", "life"))));

    private Demo() {}

    /** Arguments: the program's address, and the folder with the clips. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var program = new Program(arguments[0])) {
            program.awaitReady(START_MAX);
            var uploaded = 0;
            for (var person : PEOPLE) {
                uploaded += arrive(program, person, Path.of(arguments[1]));
            }
            if (uploaded > 0) {
                Conversation.hold(program, PEOPLE.stream().map(Person::username).toList(), PASSWORD);
            }
            System.out.printf(
                    "The demo's people are here, with %d new videos. Sign in as noor, kenji or ada with: %s%n",
                    uploaded, PASSWORD);
        }
    }

    /** How many videos the person uploaded: none when an earlier demo left some. */
    private static int arrive(Program program, Person person, Path clips) throws IOException, InterruptedException {
        program.register(person.username(), person.displayName(), PASSWORD);
        var token = program.signIn(person.username(), PASSWORD);
        if (program.hasVideos(token, program.me(token))) {
            return 0;
        }
        for (var clip : person.clips()) {
            var video = program.createVideo(token, clip.title(), clip.description(), clip.tags());
            program.upload(token, video, clips.resolve(clip.file()));
        }
        return person.clips().size();
    }

    private record Person(String username, String displayName, List<Clip> clips) {}

    private record Clip(String file, String title, String description, List<String> tags) {

        Clip(String file, String title, String description, String... tags) {
            this(file, title, description, List.of(tags));
        }
    }
}
