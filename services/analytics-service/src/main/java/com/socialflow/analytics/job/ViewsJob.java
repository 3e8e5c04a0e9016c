package com.socialflow.analytics.job;

import com.socialflow.proto.analytics.v1.CellRow;
import com.socialflow.proto.analytics.v1.ViewChange;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The stream job: beacons → views → views whose crowd is known → cells, and impressions → the same cells. Each step has
 * a name by which a savepoint finds its state, and all of them are functions of the logs alone. One source reads both
 * logs: a second consumer would cost an idle machine as much as the first.
 */
public final class ViewsJob {

    /** As Flink shows it. */
    private static final String NAME = "socialflow-views";

    /** The counter of entries that were judged, by which it shows whether there is anything to keep. */
    public static final String READ = "read";

    /** Where Kafka shows how far the job is; what counts is in its checkpoints. */
    private static final String GROUP = "analytics-stream";

    /** The most tasks that will ever share a step: a savepoint is cut into so many pieces. */
    private static final int PARALLELISM_MAX = 128;

    private static final Duration PAUSE_FIRST = Duration.ofSeconds(1);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(30);

    private ViewsJob() {}

    /** For {@code flink run}; see docs/OPERATING.md. */
    public static void main(String[] arguments) throws Exception {
        var settings = JobSettings.parse(List.of(arguments), System.getenv());
        var environment = StreamExecutionEnvironment.getExecutionEnvironment();
        if (environment.getCheckpointInterval() < 0) {
            throw new IllegalArgumentException("set execution.checkpointing.interval: without it nothing is kept");
        }
        define(environment, settings);
        environment.execute(NAME);
    }

    /** Adds the job to what the environment runs. */
    public static void define(StreamExecutionEnvironment environment, JobSettings settings) {
        environment.setParallelism(settings.parallelism());
        environment.setMaxParallelism(PARALLELISM_MAX);
        environment.getConfig().enableObjectReuse();
        environment.configure(persistent());
        var beacons = environment
                .fromSource(source(settings), watermarks(), "beacons")
                .uid("beacons")
                .process(new Sorting())
                .returns(CodecType.of(Kind.BEACON))
                .uid("sorting")
                .name("sorting");
        var impressions = beacons.getSideOutput(Sorting.IMPRESSIONS)
                .keyBy(ImpressionFunction::key, Types.STRING)
                .process(new ImpressionFunction())
                .returns(CodecType.of(Kind.CELL_CHANGE))
                .uid("impressions")
                .name("impressions");
        var cells = beacons.keyBy(WatchOperator::key, Types.STRING)
                .transform("watches", CodecType.<ViewChange>of(Kind.VIEW_CHANGE), new WatchOperator())
                .uid("watches")
                .name("watches")
                .keyBy(CrowdFunction::key, Types.STRING)
                .process(new CrowdFunction())
                .returns(CodecType.of(Kind.CELL_CHANGE))
                .uid("crowds")
                .name("crowds")
                .union(impressions)
                .keyBy(Changes::video, Types.LONG)
                .transform("cells", CodecType.<CellRow>of(Kind.CELL_ROW), new CellOperator())
                .uid("cells")
                .name("cells");
        var database = settings.database();
        cells.sinkTo(new CellSink(() -> new CellRowStore(database))).uid("rows").name("rows");
        var influx = settings.influx();
        if (!influx.url().isEmpty()) {
            cells.sinkTo(new CellSink(() -> new InfluxRows(influx)))
                    .uid("influx")
                    .name("influx");
        }
    }

    /** A database or a broker that is away comes back: the job waits for it, however long that takes. */
    private static Configuration persistent() {
        var configuration = new Configuration();
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY,
                RestartStrategyOptions.RestartStrategyType.EXPONENTIAL_DELAY.getMainValue());
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, PAUSE_FIRST);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, PAUSE_MAX);
        return configuration;
    }

    private static KafkaSource<Told> source(JobSettings settings) {
        return KafkaSource.<Told>builder()
                .setBootstrapServers(settings.kafka())
                .setTopics(settings.topic(), settings.impressions())
                .setGroupId(GROUP)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new LogEntryReader(settings.impressions()))
                .setProperty("partition.discovery.interval.ms", "30000")
                .build();
    }

    private static WatermarkStrategy<Told> watermarks() {
        return WatermarkStrategy.<Told>forBoundedOutOfOrderness(Lateness.DISORDER)
                .withTimestampAssigner((told, _) -> received(told))
                .withIdleness(Lateness.IDLE);
    }

    /** A server's clock that is ahead must not close what is still to come. */
    private static long received(Told told) {
        return Math.min(told.receivedMillis(), Clock.systemUTC().millis());
    }
}
