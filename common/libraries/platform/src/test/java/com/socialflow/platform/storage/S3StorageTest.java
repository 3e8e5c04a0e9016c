package com.socialflow.platform.storage;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class S3StorageTest extends ResumableObjectsKit {

    /** Small, so that the kit copies in parts too. */
    private static final long COPY_BYTES_MAX = PART_BYTES;

    @TempDir
    static Path folder;

    private static S3Server server;
    private static Bucket bucket;

    @BeforeAll
    static void start() {
        server = S3Server.start(folder);
        bucket = server.bucket(COPY_BYTES_MAX);
    }

    @AfterAll
    static void stop() {
        bucket.close();
        server.close();
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
