package com.socialflow.analytics.stream;

import com.socialflow.analytics.job.JobSettings;
import com.socialflow.platform.storage.StorageSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** A process that does nothing but run the stream, to be killed. */
public final class StreamProgram {

    private StreamProgram() {}

    /** Arguments: Kafka, topic, database's address, user and password, directory. */
    public static void main(String[] arguments) throws Exception {
        TestStream.quiet();
        var database = new JobSettings.Database(arguments[2], arguments[3], arguments[4]);
        var settings = new JobSettings(
                arguments[0],
                arguments[1],
                TestStream.impressionsOf(arguments[1]),
                database,
                JobSettings.Influx.NONE,
                2);
        try (var stream = RunningStream.start(settings, place(Path.of(arguments[5])))) {
            stream.watch();
        }
    }

    static StreamPlace place(Path directory) {
        var none = new StorageSettings.S3(
                "", "us-east-1", "", "", "", "", false, DataSize.ofMegabytes(16), Duration.ofMinutes(2));
        return new StreamPlace(
                directory, directory.resolve("checkpoints").toUri().toString(), none);
    }
}
