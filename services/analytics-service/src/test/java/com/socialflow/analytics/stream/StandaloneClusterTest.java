package com.socialflow.analytics.stream;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same job on a Flink cluster of its own processes, from the jar that the build makes. */
@Tag("engines")
class StandaloneClusterTest {

    @Test
    void aClusterRunsTheJarOfTheBuild() throws Exception {
        var stream = new TestStream("views-cluster");
        var log = Plays.of(5, 500, 40);
        stream.write(log);
        var database = stream.database();
        try (var cluster = StandaloneCluster.start(
                Files.createDirectories(stream.directory().resolve("cluster")))) {
            cluster.submit(
                    Path.of("target", "views-job.jar").toAbsolutePath(),
                    List.of(
                            "--kafka", stream.kafka(),
                            "--topic", "views-cluster",
                            "--impressions", TestStream.impressionsOf("views-cluster"),
                            "--database-url", database.url(),
                            "--database-user", database.user(),
                            "--database-password", database.password(),
                            "--parallelism", "2"));
            try {
                stream.awaitCellsOf(log);
            } catch (AssertionError e) {
                throw new AssertionError(cluster.logs(), e);
            }
        }
    }
}
