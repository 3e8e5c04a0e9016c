package com.socialflow.workers.ffmpeg;

import static com.socialflow.core.Require.require;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where ffmpeg is kept, where it works, and what one run of it may use.
 *
 * @param cache where the bundled ffmpeg is unpacked, once a version
 * @param scratch where runs keep their files; every program that works has a directory of its own in it
 * @param ffmpeg an executable to use instead of the bundled one; its {@code ffprobe} must then be named too
 * @param ffprobe an executable to use instead of the bundled one
 * @param memoryMaxBytes how much resident memory one run may take before it is ended
 * @param niceness how far every run steps back behind the rest of the program, 0 to 19
 */
public record FfmpegSettings(
        Path cache,
        Path scratch,
        @Nullable Path ffmpeg,
        @Nullable Path ffprobe,
        long memoryMaxBytes,
        int niceness) {

    /** Enough for five renditions of a 2160p source, whose encoders look ahead tens of frames each. */
    public static final long MEMORY_MAX_BYTES = 6L << 30;

    /** Requests come first; an idle machine is still used in full. */
    public static final int NICENESS = 10;

    /** The least that there is, for runs that nobody waits for. */
    static final int NICENESS_MAX = 19;

    public FfmpegSettings {
        require((ffmpeg == null) == (ffprobe == null), "name both ffmpeg and ffprobe, or neither");
        require(
                memoryMaxBytes >= 64L << 20,
                "ffmpeg can't work with less than 64 MiB, not with %d bytes",
                memoryMaxBytes);
        require(niceness >= 0 && niceness <= NICENESS_MAX, "niceness is 0 to 19, not %d", niceness);
    }

    /** The bundled ffmpeg under one directory, with the default limits. */
    public static FfmpegSettings under(Path directory) {
        return new FfmpegSettings(
                directory.resolve("cache"), directory.resolve("scratch"), null, null, MEMORY_MAX_BYTES, NICENESS);
    }
}
