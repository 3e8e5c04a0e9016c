package com.socialflow.engines;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one child program running: replaces what an earlier run left of it, starts it, tells when it is ready, and
 * starts it again when it dies, until that happens too often.
 *
 * <p>One platform thread does all of it and lives as long as the child may: the kernel's death signal fires when the
 * <em>thread</em> that started a child ends.
 */
public final class SupervisedChild implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SupervisedChild.class);

    private static final int KILL = 9;
    private static final long POLL_MS = 5;
    private static final Duration THREAD_END_MAX = Duration.ofSeconds(10);

    private final String name;
    private final ChildProgram program;
    private final RestartPolicy.Deaths deaths;
    private final Consumer<ChildEvent> events;
    private final PidFile pidFile;
    private final Thread thread;

    // Guarded by this.
    private boolean stopping;
    private @Nullable Process process;

    private SupervisedChild(String name, ChildProgram program, RestartPolicy policy, Consumer<ChildEvent> events) {
        this.name = name;
        this.program = program;
        this.deaths = policy.new Deaths();
        this.events = events;
        this.pidFile = new PidFile(program.pidFile());
        this.thread = Thread.ofPlatform().daemon().name("supervisor-" + name).unstarted(this::supervise);
    }

    /** Begins in the background. The events are told on the supervisor's own thread. */
    public static SupervisedChild start(
            String name, ChildProgram program, RestartPolicy policy, Consumer<ChildEvent> events) {
        var child = new SupervisedChild(name, program, policy, events);
        child.thread.start();
        return child;
    }

    /** The pid of the child that runs now, or 0. */
    public synchronized long pid() {
        return process != null && process.isAlive() ? process.pid() : 0;
    }

    private void supervise() {
        try {
            replaceOrphan();
            while (runOnce()) {
                var pause = deaths.pause();
                sleepUnlessStopped(pause);
            }
        } catch (InterruptedException e) {
            // Only close() interrupts.
            log.debug("{}: stopped while starting", name);
        } catch (EngineUnavailableException e) {
            events.accept(new ChildEvent.GivenUp(String.valueOf(e.getMessage())));
        } catch (Throwable e) {
            log.error("{}: its supervisor failed", name, e);
            events.accept(new ChildEvent.GivenUp(e.toString()));
        }
    }

    private void replaceOrphan() throws IOException, InterruptedException {
        var orphan = pidFile.running().orElse(null);
        if (orphan != null) {
            log.info("{}: stopping process {} that an earlier run left", name, orphan.pid());
            new Stopping(program.stopSteps()).stop(orphan);
        }
        pidFile.delete();
    }

    /** Runs the child until it ends. Whether to start another one. */
    private boolean runOnce() throws InterruptedException {
        var reason = startAndWaitForItsEnd();
        if (stopping()) {
            return false;
        }
        deaths.add(System.nanoTime());
        if (deaths.tooMany()) {
            events.accept(new ChildEvent.GivenUp(reason));
            return false;
        }
        events.accept(new ChildEvent.Died(reason, deaths.pause()));
        return true;
    }

    /** Why it ended. */
    private String startAndWaitForItsEnd() throws InterruptedException {
        try {
            var started = System.nanoTime();
            var builder = program.prepare();
            LogFile.roll(program.log());
            var logged = LogFile.size(program.log());
            builder.redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(program.log().toFile()));
            var child = spawn(builder);
            if (child == null) {
                return "stopped";
            }
            if (!becomesReady(child, started)) {
                new Stopping(program.stopSteps()).stop(child.toHandle());
                return "not ready within %d s".formatted(program.readyWithin().toSeconds());
            }
            if (child.isAlive()) {
                var took = Duration.ofNanos(System.nanoTime() - started);
                events.accept(new ChildEvent.Ready(child.pid(), took));
            }
            return describe(child.waitFor(), logged);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private @Nullable Process spawn(ProcessBuilder builder) throws IOException {
        synchronized (this) {
            if (stopping) {
                return null;
            }
            process = builder.start();
            pidFile.write(process.toHandle());
            return process;
        }
    }

    /** Waits until the child is ready or has ended; false when neither came in time. */
    private boolean becomesReady(Process child, long started) throws IOException, InterruptedException {
        while (child.isAlive() && !program.ready(child.pid())) {
            if (System.nanoTime() - started > program.readyWithin().toNanos()) {
                return false;
            }
            child.waitFor(POLL_MS, TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private String describe(int status, long logged) {
        if (status == 128 + KILL) {
            // From outside: its own words would not tell why.
            return "killed";
        }
        var how = status > 128 ? "ended by signal %d".formatted(status - 128) : "ended with status " + status;
        var said = LogFile.tail(program.log(), logged);
        return said.isEmpty() ? how : how + "; it said last: " + said;
    }

    private synchronized boolean stopping() {
        return stopping;
    }

    private synchronized void sleepUnlessStopped(Duration pause) throws InterruptedException {
        var end = System.nanoTime() + pause.toNanos();
        for (var left = pause.toNanos(); !stopping && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
    }

    /** Stops the child, by force when it does not end within its steps' times. */
    @Override
    public void close() {
        Process child;
        synchronized (this) {
            stopping = true;
            child = process;
            notifyAll();
        }
        try {
            if (child == null) {
                thread.interrupt();
            } else {
                new Stopping(program.stopSteps()).stop(child.toHandle());
            }
            if (!thread.join(THREAD_END_MAX)) {
                thread.interrupt();
            }
            pidFile.delete();
            events.accept(new ChildEvent.Stopped());
        } catch (IOException | EngineUnavailableException e) {
            log.error("{} may still run: {}", name, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
