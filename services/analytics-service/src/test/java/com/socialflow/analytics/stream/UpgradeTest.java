package com.socialflow.analytics.stream;

import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What an earlier version of the job kept, and the log that it kept it of, lies in {@code savepoints}: this version
 * goes on from there. A version that keeps something else records its own, beside the older ones: {@code
 * -Drecord=src/test/resources/savepoints/<day>}.
 */
@Tag("engines")
class UpgradeTest {

    /** In the savepoints. */
    private static final String TOPIC = "views-upgrade";

    private static final Path SAVEPOINTS = Path.of("src", "test", "resources", "savepoints");
    private static final Duration NEVER = Duration.ofHours(1);

    @Test
    void theJobGoesOnFromWhatEarlierVersionsKept() throws Exception {
        try (var versions = Files.list(SAVEPOINTS)) {
            for (var version : versions.sorted().toList()) {
                goesOn(version);
            }
        }
    }

    private static void goesOn(Path version) throws Exception {
        var before = read(version.resolve("before"));
        var after = read(version.resolve("after"));
        var stream = new TestStream(TOPIC);
        // The rows that the earlier version wrote.
        var earlier = stream.submit(null, 1, NEVER);
        stream.write(before);
        stream.awaitCellsOf(before);
        TestStream.cluster().cancel(earlier);

        var job = stream.submit(
                version.resolve("savepoint").toAbsolutePath().toUri().toString(), 2, NEVER);
        stream.write(after);
        stream.awaitCellsOf(Stream.concat(before.stream(), after.stream()).toList());
        TestStream.cluster().cancel(job);
        stream.removeTopic();
    }

    @Test
    @EnabledIfSystemProperty(named = "record", matches = ".+")
    void records() throws Exception {
        var version = Files.createDirectories(Path.of(System.getProperty("record", "")));
        var log = Plays.of(7, 800, 8);
        var half = log.size() / 2;
        write(version.resolve("before"), log.subList(0, half));
        write(version.resolve("after"), log.subList(half, log.size()));
        var stream = new TestStream(TOPIC);
        var job = stream.submit(null, 1, NEVER);
        stream.write(log.subList(0, half));
        stream.awaitCellsOf(log.subList(0, half));
        var savepoint = TestStream.cluster()
                .stopWithSavepoint(job, version.toAbsolutePath().toUri().toString());
        Files.move(Path.of(URI.create(savepoint)), version.resolve("savepoint"));
        stream.removeTopic();
    }

    private static void write(Path file, List<Beacon> beacons) throws IOException {
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            for (var beacon : beacons) {
                var bytes = BeaconCodec.write(beacon);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }
    }

    private static List<Beacon> read(Path file) throws IOException {
        var beacons = new ArrayList<Beacon>();
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            while (true) {
                beacons.add(BeaconCodec.read(in.readNBytes(in.readInt())));
            }
        } catch (EOFException e) {
            return beacons;
        }
    }
}
