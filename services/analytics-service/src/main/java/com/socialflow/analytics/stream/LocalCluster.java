package com.socialflow.analytics.stream;

import com.socialflow.analytics.job.ViewsJob;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;

/** Flink in this process, as small as it gets: one task manager, everything on loopback. */
final class LocalCluster implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /** What RocksDB has for what it reads and writes; everything else of the state lies on disk. */
    private static final MemorySize STATE_IN_MEMORY = MemorySize.ofMebiBytes(64);

    /** Starting, submitting and stopping are local; what takes longer hangs. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

    /** What Flink says of state that it cannot read: of files that are damaged, and of serializers that do not fit. */
    private static final Pattern UNREADABLE = Pattern.compile("Could not restore|StateMigrationException");

    /**
     * How far a job is.
     *
     * @param read how many entries of the log this run of it has judged; some seconds old
     * @param checkpointMillis when its newest checkpoint was complete; 0 before the first
     * @param checkpointTook how long that one took
     * @param restarts how often it has failed and gone on
     */
    record Progress(long read, long checkpointMillis, Duration checkpointTook, long restarts) {

        static final Progress NONE = new Progress(0, 0, Duration.ZERO, 0);
    }

    private final MiniCluster cluster;

    private LocalCluster(MiniCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Starts it.
     *
     * @param scratch its temporary files, which nobody needs after it has ended
     * @param more settings over those of one small machine, such as an object store's
     */
    static LocalCluster start(Path scratch, int slots, Configuration more) throws Exception {
        var settings = small(scratch);
        settings.addAll(more);
        FileSystem.initialize(settings, null);
        var cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                .setCommonBindAddress(LOOPBACK)
                .withRandomPorts()
                .build());
        cluster.start();
        return new LocalCluster(cluster);
    }

    private static Configuration small(Path scratch) {
        var settings = new Configuration();
        settings.set(CoreOptions.TMP_DIRS, scratch.toString());
        // All of these listen on every interface unless told otherwise.
        settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        settings.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        settings.set(RestOptions.ADDRESS, LOOPBACK);
        settings.set(RestOptions.BIND_PORT, "0");
        settings.set(BlobServerOptions.PORT, "0");
        settings.set(WebOptions.SUBMIT_ENABLE, false);
        settings.set(WebOptions.CANCEL_ENABLE, false);
        settings.set(
                ConfigOptions.key("metrics.reporter.%s.factory.class".formatted(StreamMetersFactory.NAME))
                        .stringType()
                        .noDefaultValue(),
                StreamMetersFactory.class.getName());
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, STATE_IN_MEMORY);
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(8));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(8));
        settings.set(TaskManagerOptions.MEMORY_SEGMENT_SIZE, new MemorySize(8 << 10));
        return settings;
    }

    /** Hands the job over; it runs from then on. */
    JobID submit(JobGraph job) throws ExecutionException, InterruptedException, TimeoutException {
        return cluster.submitJob(job)
                .get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS)
                .getJobID();
    }

    JobStatus status(JobID job) throws ExecutionException, InterruptedException, TimeoutException {
        return cluster.getJobStatus(job).get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
    }

    Progress progress(JobID job) throws ExecutionException, InterruptedException, TimeoutException {
        var graph = cluster.getExecutionGraph(job).get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
        var states = graph.getCheckpointStatsSnapshot();
        var newest = states == null ? null : states.getHistory().getLatestCompletedCheckpoint();
        var attempts = 1L;
        for (var vertex : graph.getAllExecutionVertices()) {
            attempts =
                    Math.max(attempts, 1L + vertex.getCurrentExecutionAttempt().getAttemptNumber());
        }
        return new Progress(
                read(graph),
                newest == null ? 0 : newest.getLatestAckTimestamp(),
                Duration.ofMillis(newest == null ? 0 : newest.getEndToEndDuration()),
                attempts - 1);
    }

    private static long read(AccessExecutionGraph graph) {
        for (var counter : graph.getAccumulatorResultsStringified()) {
            if (counter.getName().equals(ViewsJob.READ)) {
                return Long.parseLong(counter.getValue());
            }
        }
        return 0;
    }

    /** Why the job could not read what it starts from, once it has failed by that so many times; it goes on trying. */
    Optional<String> unreadable(JobID job, int times)
            throws ExecutionException, InterruptedException, TimeoutException {
        var graph = cluster.getExecutionGraph(job).get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
        for (var vertex : graph.getAllExecutionVertices()) {
            var failures = vertex.getExecutionHistory().getHistoricalExecutions().stream()
                    .flatMap(attempt -> attempt.getFailureInfo().stream())
                    .map(ErrorInfo::getExceptionAsString)
                    .filter(failure -> UNREADABLE.matcher(failure).find())
                    .toList();
            if (failures.size() >= times) {
                return Optional.of(failures.getLast().lines().findFirst().orElseThrow());
            }
        }
        return Optional.empty();
    }

    /** Ends the job with a savepoint below the directory, and says where that is. */
    String stopWithSavepoint(JobID job, String directory)
            throws ExecutionException, InterruptedException, TimeoutException {
        return cluster.stopWithSavepoint(job, directory, false, SavepointFormatType.NATIVE)
                .get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
    }

    /** Ends the job where it stands. */
    void cancel(JobID job) throws ExecutionException, InterruptedException, TimeoutException {
        cluster.cancelJob(job).get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
        cluster.requestJobResult(job).get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
    }

    /** Has the job write a checkpoint now. */
    void checkpoint(JobID job) throws ExecutionException, InterruptedException, TimeoutException {
        cluster.triggerCheckpoint(job).get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
    }

    /** Why the job ended, once it has. */
    String ending(JobID job) throws ExecutionException, InterruptedException, TimeoutException {
        return cluster.requestJobResult(job)
                .get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS)
                .getSerializedThrowable()
                .map(Throwable::toString)
                .orElse("it ended by itself");
    }

    @Override
    public void close() throws Exception {
        cluster.closeAsync().get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
    }
}
