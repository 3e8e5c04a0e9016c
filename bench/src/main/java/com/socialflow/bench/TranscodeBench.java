package com.socialflow.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The whole way of a video, beside the best single ffmpeg command that makes the same renditions. */
final class TranscodeBench {

    /** Each look costs the program CPU: rarely enough for that not to count, often enough to tell seconds. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private TranscodeBench() {}

    /** Bare, ours, ours, bare, bare, ours: a machine that becomes slower or faster meanwhile does so for both. */
    static void minute(Running program, Results results) throws Exception {
        var creator = Creator.register(program, "minute_bench");
        var clip = Clips.moving(program, 60);
        // The way has been gone once, as it has in a program that runs for a while.
        ours(program, creator, Clips.moving(program, 10));
        var bare = bare(program, clip);
        var first = ours(program, creator, clip);
        var second = ours(program, creator, clip);
        bare += bare(program, clip) + bare(program, clip);
        var third = ours(program, creator, clip);
        var runs = List.of(first, second, third);
        var ours = runs.stream().mapToDouble(Made::cpuSeconds).sum();
        results.note("60 s of 1080p30, bare ffmpeg, mean of 3", bare / 3, "CPU s");
        results.note("60 s of 1080p30, Social Flow with everything around, mean of 3", ours / 3, "CPU s");
        results.note(
                "upload and whole ladder, mean of 3",
                runs.stream().mapToDouble(Made::seconds).sum() / 3,
                "s");
        results.atMost("whole ladder beside bare ffmpeg, CPU", ours / bare, 1.10, "times");
        var playable = runs.stream().mapToDouble(Made::playableSeconds).max().orElseThrow();
        results.atMost("first playable after the last byte, 60 s clip", playable, 5, "s");
    }

    /**
     * One upload of a clip.
     *
     * @param cpuSeconds of all processes
     * @param seconds from the first byte until all rungs are there
     * @param playableSeconds from the last byte until it can be played
     */
    private record Made(double cpuSeconds, double seconds, double playableSeconds) {}

    private static Made ours(Running program, Creator creator, Path clip) throws Exception {
        var before = program.cpuSeconds();
        var began = System.nanoTime();
        var id = creator.upload(clip);
        var uploaded = System.nanoTime();
        var playable = awaitPlayable(creator, id);
        creator.awaitReady(id);
        var ended = System.nanoTime();
        var made = new Made(program.cpuSeconds() - before, (ended - began) / 1e9, (playable - uploaded) / 1e9);
        creator.delete(id);
        return made;
    }

    static void tenMinutes(Running program, Results results) throws Exception {
        var creator = Creator.register(program, "long_bench");
        var id = creator.upload(Clips.moving(program, 600));
        var uploaded = System.nanoTime();
        var playable = awaitPlayable(creator, id);
        results.atMost("first playable after the last byte, 10-minute clip", (playable - uploaded) / 1e9, 6, "s");
        creator.delete(id);
    }

    private static long awaitPlayable(Creator creator, String id) throws Exception {
        while (Creator.field(creator.video(id), "hls").isEmpty()) {
            Thread.sleep(LOOK_EVERY);
        }
        return System.nanoTime();
    }

    /** CPU seconds of one decode, cascaded scales, four renditions, sound, CMAF segments written once, and pictures. */
    private static double bare(Running program, Path clip) throws Exception {
        var out = Files.createDirectories(program.data().resolveSibling("bare"));
        var cpu = ladder(program, clip, out) + pictures(program, clip, out);
        Bench.remove(out);
        return cpu;
    }

    /** A poster from the frames that follow a keyframe, and a storyboard of keyframes. */
    private static double pictures(Running program, Path clip, Path out) throws Exception {
        var graph = "[0:v]split=2[a][b];[a]select=eq(n\\,1),scale=1280:720,format=yuvj420p[p];"
                + "[b]scale=160:90:flags=area,fps=1/2,tile=6x5,format=yuvj420p[s]";
        return cpuSeconds(
                program,
                out,
                List.of(
                        "-y",
                        "-skip_frame",
                        "nokey",
                        "-i",
                        clip.toString(),
                        "-filter_complex",
                        graph,
                        "-map",
                        "[p]",
                        "-frames:v",
                        "1",
                        out.resolve("poster.jpg").toString(),
                        "-map",
                        "[s]",
                        "-frames:v",
                        "1",
                        out.resolve("storyboard.jpg").toString()));
    }

    private static double ladder(Running program, Path clip, Path out) throws Exception {
        var encoder = "-preset veryfast -profile:v high -crf 23 -g 60 -keyint_min 60 -sc_threshold 0";
        var arguments = new ArrayList<String>(List.of(
                "-y",
                "-i",
                clip.toString(),
                "-filter_complex",
                "[0:v]split=2[v1][a];[a]scale=1280:720,split=2[v2][b];[b]scale=854:480,split=2[v3][c];"
                        + "[c]scale=640:360[v4]"));
        for (var rung : List.of("[v1] 5000k", "[v2] 2800k", "[v3] 1400k", "[v4] 800k")) {
            arguments.addAll(List.of("-map", rung.split(" ")[0]));
        }
        arguments.addAll(List.of("-map", "0:a", "-c:v", "libx264"));
        arguments.addAll(List.of(encoder.split(" ")));
        var caps = List.of(5000, 2800, 1400, 800);
        for (var i = 0; i < caps.size(); i++) {
            arguments.addAll(List.of("-maxrate:v:" + i, caps.get(i) + "k", "-bufsize:v:" + i, 2 * caps.get(i) + "k"));
        }
        arguments.addAll(
                List.of("-c:a", "aac", "-b:a", "128k", "-f", "dash", "-seg_duration", "4", "-hls_playlist", "1"));
        arguments.add(out.resolve("manifest.mpd").toString());
        return cpuSeconds(program, out, arguments);
    }

    /** By the shell's own bookkeeping: user and system seconds of its children. */
    private static double cpuSeconds(Running program, Path out, List<String> arguments) throws Exception {
        var time = out.resolve("time");
        var builder = program.tool("ffmpeg", arguments);
        var command = new ArrayList<>(List.of("bash", "-c", "\"$@\"; times > '" + time + "'", "bare"));
        command.addAll(builder.command());
        if (builder.command(command).start().waitFor() != 0) {
            throw new IllegalStateException("bare ffmpeg failed");
        }
        var children = Files.readAllLines(time).get(1).split(" ");
        return seconds(children[0]) + seconds(children[1]);
    }

    /** {@code 1m2.345s} in seconds. */
    private static double seconds(String text) {
        var m = text.indexOf('m');
        return Integer.parseInt(text.substring(0, m)) * 60
                + Double.parseDouble(text.substring(m + 1, text.length() - 1));
    }
}
