package com.socialflow.analytics.stream;

import com.socialflow.analytics.job.JobSettings;
import com.socialflow.analytics.job.ViewsJob;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job as it runs in this process. It goes on from the newest checkpoint that it can read; from the beginning of the
 * log when there is none.
 */
final class RunningStream implements AutoCloseable {

    /** What a crash costs in reading again; none is written while nobody watches anything. */
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(20);

    /** Where one takes long, the next comes later: they take a twentieth of the time at most. */
    private static final int CHECKPOINT_SHARE = 20;

    /** Flink's own clock of checkpoints, which cannot be switched off without all of them. */
    private static final Duration CHECKPOINT_ANYHOW = Duration.ofDays(1);

    /** The newest may be cut short by a crash of the whole machine. */
    private static final int CHECKPOINTS_KEPT = 3;

    /** A store that does not answer for a moment is no reason to go back further. */
    private static final int TRIES = 3;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(RunningStream.class);

    private final LocalCluster cluster;
    private final JobSettings settings;
    private final StreamPlace place;
    private final Checkpoints checkpoints;
    private final Deque<String> older = new ArrayDeque<>();
    private JobID job;
    private boolean settled;
    private long tried = System.nanoTime();
    private long kept;
    private volatile LocalCluster.Progress progress = LocalCluster.Progress.NONE;

    private RunningStream(LocalCluster cluster, JobSettings settings, StreamPlace place) throws Exception {
        this.cluster = cluster;
        this.settings = settings;
        this.place = place;
        this.checkpoints = new Checkpoints(place.checkpoints());
        older.addAll(checkpoints.complete());
        this.job = submit();
    }

    /** Starts Flink and the job. */
    static RunningStream start(JobSettings settings, StreamPlace place) throws Exception {
        var cluster = LocalCluster.start(place.scratch(), settings.parallelism(), place.access());
        var started = false;
        try {
            var stream = new RunningStream(cluster, settings, place);
            started = true;
            return stream;
        } finally {
            if (!started) {
                cluster.close();
            }
        }
    }

    private JobID submit() throws Exception {
        var environment = new StreamExecutionEnvironment(kept(place.checkpoints()));
        ViewsJob.define(environment, settings);
        var graph = environment.getStreamGraph().getJobGraph();
        var from = older.poll();
        if (from != null) {
            graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(from, true));
        }
        log.info("views are counted into cells from {}", from == null ? "the beginning of the log" : from);
        return cluster.submit(graph);
    }

    private static Configuration kept(String checkpoints) {
        var configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_ANYHOW);
        // On disk, for sessions are kept for a day and no heap holds those of a busy one; a checkpoint has what
        // changed.
        configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints);
        configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, CHECKPOINTS_KEPT);
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        return configuration;
    }

    /** Until interrupted: looks after the job, and starts it again from what it can read when it has ended. */
    void watch() throws Exception {
        while (true) {
            Thread.sleep(LOOK_EVERY);
            if (cluster.status(job).isGloballyTerminalState()) {
                goBack(cluster.ending(job));
                continue;
            }
            settle();
            if (!settled) {
                var why = cluster.unreadable(job, TRIES);
                if (why.isPresent()) {
                    cluster.cancel(job);
                    goBack(why.get());
                    continue;
                }
            }
            progress = cluster.progress(job);
            keep();
        }
    }

    private void goBack(String why) throws Exception {
        if (settled || older.isEmpty()) {
            throw new IllegalStateException("the stream job has ended: " + why);
        }
        log.warn("the checkpoint cannot be used, the one before it is tried: {}", why);
        job = submit();
    }

    /** Writes a checkpoint when there is something new to keep and the one before it is old enough. */
    private void keep() throws InterruptedException {
        var every = max(CHECKPOINT_EVERY, progress.checkpointTook().multipliedBy(CHECKPOINT_SHARE));
        if (System.nanoTime() - tried < every.toNanos() || settled && progress.read() == kept) {
            return;
        }
        tried = System.nanoTime();
        var read = progress.read();
        try {
            cluster.checkpoint(job);
            kept = read;
        } catch (ExecutionException | TimeoutException e) {
            log.info("no checkpoint now, the next one will do: {}", e.toString());
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** As of a second ago at most. */
    LocalCluster.Progress progress() {
        return progress;
    }

    /** As soon as this job has a checkpoint of its own, those of its predecessors are of no use any more. */
    private void settle() throws IOException {
        if (!settled && checkpoints.has(job)) {
            checkpoints.removeAllBut(job);
            settled = true;
        }
    }

    /** With a savepoint that the next start, perhaps of another version, goes on from. */
    @Override
    public void close() throws Exception {
        try (cluster) {
            if (!cluster.status(job).isGloballyTerminalState()) {
                cluster.stopWithSavepoint(job, place.checkpoints() + "/savepoints");
            }
        } catch (Exception e) {
            log.info("the stream ends without a savepoint; the last checkpoint serves: {}", e.toString());
        }
    }
}
