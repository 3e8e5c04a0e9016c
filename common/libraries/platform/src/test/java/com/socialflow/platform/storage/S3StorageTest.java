package com.socialflow.platform.storage;

import com.socialflow.testkit.TestS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class S3StorageTest extends ResumableObjectsKit {

    @TempDir
    static Path folder;

    private static TestS3 server;
    private static Bucket bucket;

    @BeforeAll
    static void start() throws IOException {
        server = TestS3.start(folder.resolve("s3"));
        var spools = Files.createDirectory(folder.resolve("spools"));
        var opened = S3Connection.open(settings(server.endpoint()), spools);
        // A small limit, so that the kit copies in parts, too.
        bucket = new Bucket(opened.client(), opened.presigner(), opened.name(), opened.partBytes(), PART_BYTES, spools);
    }

    @AfterAll
    static void stop() {
        bucket.close();
        server.close();
    }

    static StorageSettings.S3 settings(String endpoint) {
        return new StorageSettings.S3(
                TestS3.BUCKET,
                "us-east-1",
                endpoint,
                "",
                TestS3.ACCESS_KEY,
                TestS3.SECRET_KEY,
                true,
                DataSize.ofBytes(PART_BYTES),
                Duration.ofMinutes(1));
    }

    @Override
    ObjectStorage storage() {
        return new S3Storage(bucket);
    }

    @Override
    ResumableObjects resumable() {
        return new S3Appends(bucket);
    }

    @Override
    List<String> reach() {
        return List.of("s3", server.endpoint(), bucket.spools().toString());
    }
}
