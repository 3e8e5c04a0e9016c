package com.socialflow.workers.jobs;

import com.socialflow.workers.encode.Encoder;
import com.socialflow.workers.encode.Pictures;
import com.socialflow.workers.ffmpeg.Ffmpeg;
import com.socialflow.workers.ffmpeg.FfmpegSettings;
import com.socialflow.workers.ffmpeg.MediaException;
import com.socialflow.workers.ffmpeg.Workspace;
import com.socialflow.workers.inspect.InspectionLimits;
import com.socialflow.workers.inspect.Inspector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ffmpeg and what stands on it, opened on first use: the program's start doesn't wait for it. */
class MediaTools implements AutoCloseable {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(MediaTools.class);

    private final FfmpegSettings settings;
    private final InspectionLimits limits;
    private final Clock clock;
    private @Nullable Ffmpeg ffmpeg;
    private Instant retryAt = Instant.MIN;

    MediaTools(FfmpegSettings settings, InspectionLimits limits, Clock clock) {
        this.settings = settings;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether this process can work at all. When it can't, it says so and leaves the tasks to others. */
    synchronized boolean ready() {
        if (ffmpeg != null) {
            return true;
        }
        if (clock.instant().isBefore(retryAt)) {
            return false;
        }
        try {
            var opened = Ffmpeg.open(settings);
            ffmpeg = opened;
            log.info("transcoding with {}", opened.describe());
            return true;
        } catch (RuntimeException e) {
            retryAt = clock.instant().plus(RETRY_AFTER);
            log.error("no video can be processed here: {}", e.getMessage());
            return false;
        }
    }

    Inspector inspector() {
        return new Inspector(opened(), limits);
    }

    Encoder encoder() {
        return new Encoder(opened());
    }

    Pictures pictures() {
        return new Pictures(opened());
    }

    /** A directory in scratch, gone when closed. */
    Workspace workspace(String purpose) {
        return opened().workspace(purpose);
    }

    private synchronized Ffmpeg opened() {
        if (!ready() || ffmpeg == null) {
            throw new MediaException(MediaException.Cause.UNAVAILABLE, "there is no ffmpeg");
        }
        return ffmpeg;
    }

    @Override
    public synchronized void close() {
        if (ffmpeg != null) {
            ffmpeg.close();
            ffmpeg = null;
        }
    }
}
