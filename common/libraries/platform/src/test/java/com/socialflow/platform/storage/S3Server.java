package com.socialflow.platform.storage;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/** A real S3 front over a folder, on loopback and in this process. */
final class S3Server implements AutoCloseable {

    private static final String BUCKET = "socialflow";
    private static final String ACCESS_KEY = "access";
    private static final String SECRET_KEY = "secret";

    private final S3Proxy proxy;
    private final Path folder;

    private S3Server(S3Proxy proxy, Path folder) {
        this.proxy = proxy;
        this.folder = folder;
    }

    static S3Server start(Path folder) {
        for (var talkative : List.of("org.gaul", "software.amazon.awssdk", "org.apache.hc")) {
            ((Logger) LoggerFactory.getLogger(talkative)).setLevel(Level.WARN);
        }
        try {
            var proxy = S3Proxy.builder()
                    .blobStore(new FilesystemNio2BlobStore(
                            Files.createDirectories(folder.resolve("s3")).toString()))
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                    .build();
            proxy.start();
            return new S3Server(proxy, folder);
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not start", e);
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + proxy.getPort();
    }

    static StorageSettings.S3 settings(String endpoint) {
        return new StorageSettings.S3(
                BUCKET,
                "us-east-1",
                endpoint,
                "",
                ACCESS_KEY,
                SECRET_KEY,
                true,
                DataSize.ofBytes(ObjectStorageKit.PART_BYTES),
                Duration.ofMinutes(1));
    }

    /** Connects to a bucket that was made for it. */
    Bucket bucket(long copyBytesMax) {
        try {
            var spools = Files.createDirectories(folder.resolve("spools"));
            var bucket = S3Connection.open(settings(endpoint()), spools);
            bucket.client().createBucket(request -> request.bucket(BUCKET));
            return new Bucket(bucket.client(), bucket.presigner(), BUCKET, bucket.partBytes(), copyBytesMax, spools);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not stop", e);
        }
    }
}
