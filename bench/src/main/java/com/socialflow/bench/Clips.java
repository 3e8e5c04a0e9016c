package com.socialflow.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Sources that are neither trivial nor impossible to encode: moving detail with a little grain, sound, and the 8 Mbit/s
 * that YouTube recommends for uploads of 1080p30.
 */
final class Clips {

    private Clips() {}

    /** 1080p at 30 frames a second, of so many seconds. */
    static Path moving(Running program, int seconds) throws Exception {
        var clip = program.data().resolveSibling("moving-" + seconds + ".mp4");
        if (Files.exists(clip)) {
            return clip;
        }
        var picture = "mandelbrot=size=1920x1080:rate=30:end_scale=0.02,noise=alls=6:allf=t,format=yuv420p";
        // One part of ten seconds, then copies of it: drawing takes longer than encoding.
        var part = program.data().resolveSibling("moving-part.mp4");
        run(
                program,
                List.of(
                        "-y",
                        "-f",
                        "lavfi",
                        "-i",
                        picture,
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=frequency=330:sample_rate=48000",
                        "-t",
                        "10",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "veryfast",
                        "-b:v",
                        "8M",
                        "-maxrate",
                        "12M",
                        "-bufsize",
                        "16M",
                        "-g",
                        "60",
                        "-c:a",
                        "aac",
                        part.toString()));
        run(
                program,
                List.of(
                        "-y",
                        "-stream_loop",
                        Integer.toString(seconds / 10 - 1),
                        "-i",
                        part.toString(),
                        "-c",
                        "copy",
                        clip.toString()));
        return clip;
    }

    /** A test picture of 320 by 180 and so many seconds, for whoever needs a video and not its picture. */
    static Path tiny(Running program, int seconds) throws Exception {
        var clip = program.data().resolveSibling("tiny-" + seconds + ".mp4");
        var picture = "testsrc=size=320x180:rate=25:duration=" + seconds;
        run(
                program,
                List.of("-y", "-f", "lavfi", "-i", picture, "-c:v", "libx264", "-pix_fmt", "yuv420p", clip.toString()));
        return clip;
    }

    static void run(Running program, List<String> arguments) throws Exception {
        var status = program.tool("ffmpeg", arguments).start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(
                    "ffmpeg failed:\n" + Files.readString(program.data().resolveSibling("ffmpeg.log")));
        }
    }
}
