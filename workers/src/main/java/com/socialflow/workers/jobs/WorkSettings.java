package com.socialflow.workers.jobs;

import static com.socialflow.core.Require.require;

import com.socialflow.workers.ffmpeg.FfmpegSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The queue of this process.
 *
 * @param slots tasks at once; 0 means by the number of cores: a fourth of them for what is lengthy, two for the rest
 * @param chunk of a long video that is encoded in one go: what a killed worker loses at most, and what spreads one
 *     video over several workers; rounded to whole segments
 * @param attempts how often a task is begun before its video is given up
 * @param lease how long a task stays with a worker that is no longer heard of
 * @param poll how long work that another process queued may lie unseen
 * @param durationMax the longest video that is accepted
 * @param ffmpeg an executable to use instead of the one that comes along; its ffprobe is then named too
 * @param ffprobe an executable to use instead of the one that comes along
 * @param memoryMax resident memory that one ffmpeg may take
 * @param scratch a directory for files that nobody misses; empty: under the data directory
 * @param spare disk space that downloads of sources leave free
 */
@ConfigurationProperties("socialflow.workers")
public record WorkSettings(
        @DefaultValue("0") int slots,
        @DefaultValue("60s") Duration chunk,
        @DefaultValue("5") int attempts,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("250ms") Duration poll,
        @DefaultValue("12h") Duration durationMax,
        @DefaultValue("") String ffmpeg,
        @DefaultValue("") String ffprobe,
        @DefaultValue("6GB") DataSize memoryMax,
        @DefaultValue("") String scratch,
        @DefaultValue("1GB") DataSize spare) {

    /** Cores that one lengthy encoder keeps busy. */
    private static final int CORES_OF_A_LENGTHY_TASK = 4;

    /** Slots that lengthy tasks leave free: the picture and the sound of an opening start together. */
    private static final int SLOTS_KEPT = 2;

    private static final int OPENING_FACTOR = 10;

    public WorkSettings {
        require(slots >= 0, "socialflow.workers.slots is 0 or more, not %d", slots);
        require(chunk.isPositive(), "socialflow.workers.chunk is longer than nothing");
        require(durationMax.isPositive(), "socialflow.workers.duration-max is longer than nothing");
        require(ffmpeg.isEmpty() == ffprobe.isEmpty(), "name both socialflow.workers.ffmpeg and .ffprobe, or neither");
        require(attempts > 0, "socialflow.workers.attempts is 1 or more, not %d", attempts);
        require(lease.toSeconds() >= 3, "socialflow.workers.lease is at least 3s, not %s", lease);
        require(poll.isPositive(), "socialflow.workers.poll is longer than nothing");
    }

    /** Tasks at once. */
    int slotsOf(int cores) {
        return slots > 0 ? slots : Math.max(1, cores / CORES_OF_A_LENGTHY_TASK) + SLOTS_KEPT;
    }

    /** Lengthy tasks at once: few enough that what people wait for finds a slot. */
    int lengthyOf(int cores) {
        return Math.max(1, slotsOf(cores) - SLOTS_KEPT);
    }

    /** What of this concerns ffmpeg itself. */
    FfmpegSettings ffmpegUnder(Path data) {
        // ffmpeg runs in a directory of its own: relative paths would be lost on it.
        var absolute = data.toAbsolutePath();
        return new FfmpegSettings(
                absolute.resolve("cache"),
                scratch.isEmpty()
                        ? absolute.resolve("scratch")
                        : Path.of(scratch).toAbsolutePath(),
                ffmpeg.isEmpty() ? null : Path.of(ffmpeg),
                ffprobe.isEmpty() ? null : Path.of(ffprobe),
                memoryMax.toBytes(),
                FfmpegSettings.NICENESS);
    }

    /** How long a chunk of the lowest rung is, in seconds: it is done much sooner. */
    double openingSeconds() {
        return OPENING_FACTOR * ladderSeconds();
    }

    /** How long a chunk of the other rungs is, in seconds. */
    double ladderSeconds() {
        return chunk.toMillis() / 1e3;
    }
}
