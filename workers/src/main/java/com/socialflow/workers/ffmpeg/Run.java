package com.socialflow.workers.ffmpeg;

import static com.socialflow.core.Require.require;

import java.time.Duration;
import java.util.List;

/**
 * One call of ffmpeg or ffprobe.
 *
 * @param program which of the two
 * @param arguments what follows its name
 * @param timeMax how long it may take
 * @param stallMax how long it may go without progress; as long as {@code timeMax} for what reports none
 * @param memoryMaxBytes resident memory; ended above
 * @param background whether nobody waits for it: it steps back behind all other runs
 */
public record Run(
        Program program,
        List<String> arguments,
        Duration timeMax,
        Duration stallMax,
        long memoryMaxBytes,
        boolean background) {

    /** The two executables. */
    public enum Program {
        FFMPEG("ffmpeg"),
        FFPROBE("ffprobe");

        private final String executable;

        Program(String executable) {
            this.executable = executable;
        }

        String executable() {
            return executable;
        }
    }

    /** A run that somebody waits for. */
    public Run(Program program, List<String> arguments, Duration timeMax, Duration stallMax, long memoryMaxBytes) {
        this(program, arguments, timeMax, stallMax, memoryMaxBytes, false);
    }

    public Run {
        require(!timeMax.isNegative() && !timeMax.isZero(), "a run needs time");
        arguments = List.copyOf(arguments);
    }
}
