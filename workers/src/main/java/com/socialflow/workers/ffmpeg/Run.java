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
 */
public record Run(Program program, List<String> arguments, Duration timeMax, Duration stallMax, long memoryMaxBytes) {

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

    public Run {
        require(!timeMax.isNegative() && !timeMax.isZero(), "a run needs time");
        arguments = List.copyOf(arguments);
    }
}
