package com.socialflow.analytics.stream;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The stream's process, killed again and again while beacons come. */
@Tag("engines")
@Tag("simulation")
class KilledStreamTest {

    private static final long SEED = Long.getLong("seed", 52_026L);
    private static final int KILLS = 6;

    @Test
    void cellsAreExactHoweverOftenTheProcessIsKilled() throws Exception {
        System.out.printf("seed %d%n", SEED);
        var random = new Random(SEED);
        var stream = new TestStream("views-kills");
        var log = Plays.of(SEED, 600, 2_000);
        var piece = log.size() / (KILLS + 1);
        var process = start(stream);
        try {
            for (var kill = 0; kill < KILLS; kill++) {
                stream.write(log.subList(kill * piece, (kill + 1) * piece));
                Thread.sleep(4_000 + random.nextInt(8_000));
                process.destroyForcibly().waitFor();
                process = start(stream);
            }
            stream.write(log.subList(KILLS * piece, log.size()));
            stream.awaitCellsOf(log);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Process start(TestStream stream) throws IOException {
        var database = stream.database();
        var command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path", ""),
                StreamProgram.class.getName(),
                stream.kafka(),
                "views-kills",
                database.url(),
                database.user(),
                database.password(),
                stream.directory().toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(stream.directory().resolve("program.log").toFile())
                .start();
    }
}
