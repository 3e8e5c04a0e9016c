package com.socialflow.analytics.stream;

import com.socialflow.platform.storage.StorageSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;

/**
 * Where the job in this process keeps what it keeps.
 *
 * @param directory its own, under the data directory
 * @param checkpoints as Flink names places: {@code file:///…} or {@code s3://…}
 * @param s3 the server and keys, when checkpoints lie there
 */
record StreamPlace(Path directory, String checkpoints, StorageSettings.S3 s3) {

    /** An empty directory for temporary files: a killed program leaves some there. */
    Path scratch() throws IOException {
        var scratch = directory.resolve("scratch");
        if (Files.exists(scratch)) {
            try (var old = Files.walk(scratch)) {
                old.sorted(Comparator.reverseOrder()).forEach(StreamPlace::delete);
            }
        }
        return Files.createDirectories(scratch);
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Flink must be told to reach the checkpoints. */
    Configuration access() {
        var access = new Configuration();
        if (checkpoints.startsWith("s3:")) {
            set(access, "s3.region", s3.region());
            set(access, "s3.endpoint", s3.endpoint());
            set(access, "s3.access-key", s3.accessKey());
            set(access, "s3.secret-key", s3.secretKey());
            set(access, "s3.path-style-access", Boolean.toString(s3.pathStyle()));
        }
        return access;
    }

    private static void set(Configuration access, String key, String value) {
        if (!value.isEmpty()) {
            access.set(ConfigOptions.key(key).stringType().noDefaultValue(), value);
        }
    }
}
