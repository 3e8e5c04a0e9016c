package com.socialflow.workers.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches one child until it ends, and ends it when it takes too long, stands still, takes too much memory, or is no
 * longer wanted (the waiting thread is interrupted).
 */
final class Supervision {

    /** How often outputs are looked at; what a finished segment waits at most. */
    private static final int LOOK_MILLIS = 40;

    /** Memory is read less often: it costs a system call, and a run grows by less than a limit in this time. */
    private static final int LOOKS_PER_MEMORY_CHECK = 5;

    /** Enough to know what went wrong; a damaged source complains about every frame. */
    private static final int MESSAGES_MAX = 40;

    private static final int MESSAGE_CHARS_MAX = 400;

    /** ffprobe prints packets by the million for a long source without an index. */
    private static final int OUTPUT_CHARS_MAX = 64 << 20;

    private static final long PAGE_BYTES = 4096;

    private final Process process;
    private final Run run;
    private final boolean progressOnOutput;
    private final @Nullable Path workspace;
    private final Deque<String> messages = new ArrayDeque<>();
    private final StringBuilder output = new StringBuilder();
    private volatile Progress progress = Progress.NONE;
    private volatile boolean outputOverflowed;

    Supervision(Process process, Run run, boolean progressOnOutput, @Nullable Path workspace) {
        this.process = process;
        this.run = run;
        this.progressOnOutput = progressOnOutput;
        this.workspace = workspace;
    }

    /** Waits for the end; {@code onLook} is called on this thread all the while, and once after the end. */
    Completed watch(Watcher onLook) throws IOException, InterruptedException {
        var readers = List.of(
                reader("output", process.getInputStream(), progressOnOutput ? this::takeProgress : this::takeOutput),
                reader("messages", process.getErrorStream(), this::takeMessage));
        try {
            process.getOutputStream().close();
            if (workspace != null) {
                Scratch.note(workspace, process.toHandle());
            }
            lookUntilEnd(onLook);
            for (var reader : readers) {
                reader.join();
            }
            onLook.look(progress);
            return new Completed(process.exitValue(), output.toString(), lastMessages(), progress);
        } finally {
            end();
        }
    }

    private void lookUntilEnd(Watcher onLook) throws IOException, InterruptedException {
        long started = System.nanoTime();
        long moved = started;
        var seen = progress;
        for (long looks = 1; !process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS); looks++) {
            long now = System.nanoTime();
            if (!progress.equals(seen)) {
                seen = progress;
                moved = now;
            }
            if (now - started > run.timeMax().toNanos()) {
                throw failure(MediaException.Cause.TIMED_OUT, "took longer than " + run.timeMax());
            }
            if (now - moved > run.stallMax().toNanos()) {
                throw failure(MediaException.Cause.STALLED, "made no progress for " + run.stallMax());
            }
            if (outputOverflowed) {
                throw failure(
                        MediaException.Cause.UNDECODABLE, "printed more than " + OUTPUT_CHARS_MAX + " characters");
            }
            if (looks % LOOKS_PER_MEMORY_CHECK == 0 && residentBytes() > run.memoryMaxBytes()) {
                throw failure(MediaException.Cause.OUT_OF_MEMORY, "took more than " + run.memoryMaxBytes() + " bytes");
            }
            onLook.look(seen);
        }
    }

    private MediaException failure(MediaException.Cause cause, String what) {
        return new MediaException(cause, run.program().executable() + " " + what + " " + lastMessages());
    }

    /** Resident memory from Linux's {@code /proc}; 0 where there is none. */
    private long residentBytes() throws IOException {
        var file = Path.of("/proc", Long.toString(process.pid()), "statm");
        try {
            var fields = Files.readString(file).split(" ", -1);
            return fields.length < 2 ? 0 : Long.parseLong(fields[1]) * PAGE_BYTES;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            if (process.isAlive()) throw e;
            return 0; // it ended between opening and reading
        }
    }

    private void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        if (process.isAlive()) {
            process.destroyForcibly();
            awaitDeath();
        }
    }

    /** Its files are removed next, so it must be gone. A killed process does not linger. */
    private void awaitDeath() {
        boolean interrupted = Thread.interrupted();
        try {
            process.waitFor(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Lines {
        void take(String line);
    }

    /** Blocking reads of pipes would each keep a carrier from the virtual threads; these have threads of their own. */
    private static Thread reader(String name, InputStream stream, Lines lines) {
        return Thread.ofPlatform().daemon().name("ffmpeg-" + name).start(() -> {
            try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    lines.take(line);
                }
            } catch (IOException e) {
                // The child was killed: its pipes are closed under the reader, and there is no more to read.
                Thread.currentThread().interrupt();
            }
        });
    }

    private void takeProgress(String line) {
        progress = progress.with(line);
    }

    private void takeOutput(String line) {
        if (output.length() + line.length() > OUTPUT_CHARS_MAX) {
            outputOverflowed = true;
            return;
        }
        output.append(line).append('\n');
    }

    private void takeMessage(String line) {
        if (line.contains("no version information available")) return; // the loader, about empty libraries
        synchronized (messages) {
            if (messages.size() == MESSAGES_MAX) {
                messages.removeFirst();
            }
            messages.addLast(line.substring(0, Math.min(line.length(), MESSAGE_CHARS_MAX)));
        }
    }

    private List<String> lastMessages() {
        synchronized (messages) {
            return List.copyOf(messages);
        }
    }
}
