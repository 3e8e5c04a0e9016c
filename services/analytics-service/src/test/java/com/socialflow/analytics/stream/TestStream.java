package com.socialflow.analytics.stream;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.socialflow.analytics.job.JobSettings;
import com.socialflow.analytics.job.ViewsJob;
import com.socialflow.platform.messaging.Leaders;
import com.socialflow.testkit.TestDatabase;
import com.socialflow.testkit.TestEngines;
import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import com.socialflow.views.ImpressionCodec;
import com.socialflow.views.Impressions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** One log, one database and the job between them. The mini-cluster is that of the whole test JVM. */
final class TestStream {

    private static final int PARTITIONS = 4;
    private static final String BEACONS = ".beacons";
    private static final Duration SOON = Duration.ofSeconds(40);

    private static @Nullable LocalCluster shared;

    private final String kafka;
    private final String topic;
    private final TestDatabase database;
    private final Rows rows;
    private final Path directory;
    private JobSettings.Influx influx = JobSettings.Influx.NONE;

    static {
        quiet();
    }

    /** Kafka and Flink say a great deal at DEBUG, which is what there is without a configuration. */
    static void quiet() {
        for (var name : List.of("org.apache.flink", "org.apache.kafka", "kafka", "org.apache.pekko", "state.change")) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                logger.setLevel(Level.WARN);
            }
        }
    }

    TestStream(String topic) throws Exception {
        this(topic, TestEngines.kafka(), TestEngines.postgres());
    }

    TestStream(String topic, String kafka, TestDatabase database) throws Exception {
        this.kafka = kafka;
        this.topic = topic;
        this.database = database;
        this.rows = Rows.in(database);
        this.directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), topic)
                .toAbsolutePath();
        // Entries are of days that are over, or on a machine whose clock is behind are not there yet.
        var ofAnyTime = Map.of("retention.ms", "-1", "message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        try (var admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) kafka))) {
            admin.createTopics(List.of(
                            new NewTopic(topic, PARTITIONS, (short) 1).configs(ofAnyTime),
                            new NewTopic(impressionsOf(topic), PARTITIONS, (short) 1).configs(ofAnyTime)))
                    .all()
                    .get();
            Leaders.await(admin, List.of(topic, impressionsOf(topic)));
        }
    }

    /** The topic of the impressions beside a topic of beacons. */
    static String impressionsOf(String topic) {
        return topic.endsWith(BEACONS) ? topic.replace(BEACONS, ".impressions") : topic + "-impressions";
    }

    /** Started once; it ends with the JVM. */
    static synchronized LocalCluster cluster() throws Exception {
        if (shared == null) {
            var scratch = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "flink");
            shared = LocalCluster.start(scratch.toAbsolutePath(), 4, new Configuration());
        }
        return shared;
    }

    /** Cells are written there too. */
    void writeAlsoTo(String influxUrl) {
        influx = new JobSettings.Influx(influxUrl, "token");
    }

    void write(List<Beacon> beacons) throws ExecutionException, InterruptedException {
        var settings = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka, ProducerConfig.LINGER_MS_CONFIG, 20);
        try (var producer =
                new KafkaProducer<byte[], byte[]>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var beacon : beacons) {
                var received = beacon.moment().receivedMillis();
                producer.send(new ProducerRecord<>(
                        topic, null, received, beacon.session().toBytes(), BeaconCodec.write(beacon)));
            }
            producer.flush();
        }
    }

    void show(List<Impressions> shown) throws ExecutionException, InterruptedException {
        var settings = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka, ProducerConfig.LINGER_MS_CONFIG, 20);
        try (var producer =
                new KafkaProducer<byte[], byte[]>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var told : shown) {
                producer.send(new ProducerRecord<>(
                        impressionsOf(topic),
                        null,
                        told.receivedMillis(),
                        told.session().toBytes(),
                        ImpressionCodec.write(told)));
            }
            producer.flush();
        }
    }

    /** So that another log of this name may begin. */
    void removeTopic() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) kafka))) {
            admin.deleteTopics(List.of(topic, impressionsOf(topic))).all().get();
        }
    }

    JobSettings settings(int parallelism) {
        return new JobSettings(
                kafka,
                topic,
                impressionsOf(topic),
                new JobSettings.Database(database.url(), database.user(), database.password()),
                influx,
                parallelism);
    }

    String checkpointsAt() {
        return directory.resolve("checkpoints").toUri().toString();
    }

    Checkpoints checkpoints() {
        return new Checkpoints(checkpointsAt());
    }

    /** The job from a checkpoint, or from the log's beginning, with a checkpoint as often as said. */
    JobID submit(@Nullable String from, int parallelism, Duration every) throws Exception {
        var configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, every);
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpointsAt());
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        var environment = new StreamExecutionEnvironment(configuration);
        ViewsJob.define(environment, settings(parallelism));
        var graph = environment.getStreamGraph().getJobGraph();
        if (from != null) {
            // No state may be left over: every step finds its own again.
            graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(from, false));
        }
        return cluster().submit(graph);
    }

    /** Waits until the database has what the log makes. */
    void awaitCellsOf(List<Beacon> log) {
        awaitCellsOf(log, List.of(), SOON);
    }

    void awaitCellsOf(List<Beacon> log, Duration patience) {
        awaitCellsOf(log, List.of(), patience);
    }

    /** Impressions are of the same videos. */
    void awaitCellsOf(List<Beacon> log, List<Impressions> shown) {
        awaitCellsOf(log, shown, SOON);
    }

    void awaitCellsOf(List<Beacon> log, List<Impressions> shown, Duration patience) {
        var wanted = new TreeMap<String, String>();
        Expected.of(log, shown).forEach((cell, row) -> wanted.put(cell, Rows.comparable(row)));
        var first =
                log.stream().mapToLong(beacon -> beacon.video().value()).min().orElseThrow();
        var last =
                log.stream().mapToLong(beacon -> beacon.video().value()).max().orElseThrow();
        var end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end && !rows.ofVideos(first, last).equals(wanted)) {
            sleep();
        }
        var found = rows.ofVideos(first, last);
        assertThat(found.keySet()).isEqualTo(wanted.keySet());
        wanted.forEach((cell, row) -> assertThat(found.get(cell)).isEqualTo(row));
    }

    static void eventually(String what, BooleanSupplier holds) {
        var end = System.nanoTime() + SOON.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s within %s", what, SOON).isLessThan(end);
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Path directory() {
        return directory;
    }

    TestDatabase database() {
        return database;
    }

    String kafka() {
        return kafka;
    }

    /** How many rows were written at all. */
    int cells(long first, long last) {
        return rows.ofVideos(first, last).size();
    }
}
