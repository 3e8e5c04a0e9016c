package com.socialflow.engines;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process, first politely. */
record Stopping(List<ChildProgram.StopStep> steps) {

    /** How long the kernel may take to end a killed process: one that waits for a slow disk ends late. */
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(10);

    /** Returns when it has ended. */
    void stop(ProcessHandle process) throws IOException, InterruptedException {
        for (var step : steps) {
            if (!process.isAlive()) {
                return;
            }
            signal(process, step.signal());
            if (ended(process, step.patience())) {
                return;
            }
        }
        process.destroyForcibly();
        if (!ended(process, KILLED_WITHIN)) {
            throw new EngineUnavailableException("process %d does not end: %s"
                    .formatted(process.pid(), process.info().commandLine().orElse("?")));
        }
    }

    private static boolean ended(ProcessHandle process, Duration patience) throws InterruptedException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        }
    }

    /** Java itself sends TERM and KILL only. */
    private static void signal(ProcessHandle process, String signal) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(signal, process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        kill.waitFor();
    }
}
