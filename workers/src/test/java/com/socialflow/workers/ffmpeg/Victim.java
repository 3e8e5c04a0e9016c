package com.socialflow.workers.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;

/** A program to be killed in the middle of a run. Prints its child's process id. */
final class Victim {

    private Victim() {}

    public static void main(String[] arguments) throws InterruptedException {
        var settings = new FfmpegSettings(Path.of(arguments[0]), Path.of(arguments[1]), null, null, 1L << 30, 0);
        try (var ffmpeg = Ffmpeg.open(settings);
                var workspace = ffmpeg.workspace("victim")) {
            var minute = Duration.ofMinutes(1);
            var printed = new boolean[1];
            ffmpeg.run(
                    new Run(Run.Program.FFMPEG, FfmpegTest.endless(), minute, minute, 1L << 30),
                    workspace,
                    progress -> {
                        if (progress.frames() == 0 || printed[0]) return;
                        printed[0] = true;
                        System.out.println("child "
                                + ProcessHandle.current()
                                        .children()
                                        .findFirst()
                                        .orElseThrow()
                                        .pid());
                    });
        }
    }
}
