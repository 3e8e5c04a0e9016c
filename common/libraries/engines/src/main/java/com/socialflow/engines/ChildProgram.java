package com.socialflow.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A program that a {@link SupervisedChild} runs. */
public interface ChildProgram {

    /** One way to ask a child to end, and how long it may take before the next way is tried; after the last, KILL. */
    record StopStep(String signal, Duration patience) {}

    /**
     * Makes ready for a start and says what to run; called before each, on the thread that supervises.
     *
     * @throws EngineUnavailableException when starting again would not help; the message tells a person what would
     */
    ProcessBuilder prepare() throws IOException, InterruptedException;

    /** Whether the child with this pid does its work by now; asked every few milliseconds. */
    boolean ready(long pid) throws IOException;

    /** A child that is not ready by then is stopped, which counts as a death. */
    Duration readyWithin();

    List<StopStep> stopSteps();

    /** Where its pid is kept, so that a later run finds what this one left. */
    Path pidFile();

    /** Where its output goes; the end of it is told when it dies. */
    Path log();
}
