package com.socialflow.app.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What is killed, and how long after the upload began. */
record Crash(Victim victim, Duration after) {

    /** Kills of one run at most: enough to hit a recovery that is under way. */
    private static final int CRASHES_MAX = 3;

    private static final int LAST_MILLIS = 9_000;

    /** Everything that can die alone. Kafka lives in the program and dies with it. */
    enum Victim {
        PROGRAM,
        POSTGRES,
        REDIS,
        FFMPEG
    }

    static List<Crash> drawn(SplittableRandom random) {
        var crashes = new ArrayList<Crash>();
        var count = random.nextInt(1, CRASHES_MAX + 1);
        for (var i = 0; i < count; i++) {
            crashes.add(new Crash(
                    Victim.values()[random.nextInt(Victim.values().length)],
                    Duration.ofMillis(random.nextInt(LAST_MILLIS))));
        }
        crashes.sort(java.util.Comparator.comparing(Crash::after));
        return crashes;
    }

    /** Kills the victim, whether or not there is one just now; a killed program is started again. */
    void happen(RunningProgram program) {
        if (victim == Victim.PROGRAM) {
            program.kill();
            program.restart();
            return;
        }
        processes(program.data(), victim.name().toLowerCase(java.util.Locale.ROOT))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Processes of a program whose command line names the data directory. */
    static List<ProcessHandle> processes(Path data, String program) {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains(data.toString()))
                .filter(process -> process.info().command().orElse("").contains(program)
                        || commandLine(process).split("\0", 2)[0].contains(program))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return java.nio.file.Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (java.io.IOException e) {
            return "";
        }
    }
}
