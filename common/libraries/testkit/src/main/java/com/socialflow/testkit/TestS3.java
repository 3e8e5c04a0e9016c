package com.socialflow.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A real S3 front over a folder, on loopback and in this process, with one empty bucket. */
public final class TestS3 implements AutoCloseable {

    public static final String BUCKET = "socialflow";
    public static final String ACCESS_KEY = "access";
    public static final String SECRET_KEY = "secret";

    private static @Nullable TestS3 ofThisJvm;

    private final S3Proxy proxy;

    private TestS3(S3Proxy proxy) {
        this.proxy = proxy;
    }

    /** One for all tests of this JVM, gone with it. */
    public static synchronized TestS3 ofThisJvm() {
        var running = ofThisJvm;
        if (running == null) {
            var directory = TestDirectory.ofThisJvm("s3");
            running = start(directory.path());
            directory.atExit(running::close);
            ofThisJvm = running;
        }
        return running;
    }

    /** Starts it; the folder may hold what an earlier one left. */
    public static TestS3 start(Path folder) {
        for (var talkative : List.of("org.gaul", "software.amazon.awssdk", "org.apache.hc")) {
            if (LoggerFactory.getLogger(talkative) instanceof Logger logger) {
                logger.setLevel(Level.WARN);
            }
        }
        try {
            // A bucket is a folder.
            Files.createDirectories(folder.resolve(BUCKET));
            var proxy = S3Proxy.builder()
                    .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                    .build();
            proxy.start();
            return new TestS3(proxy);
        } catch (IOException e) {
            throw new IllegalStateException("no folder for S3", e);
        } catch (Exception e) {
            throw new IllegalStateException("S3 does not start", e);
        }
    }

    /** Where it is reached, with the bucket in the path. */
    public String endpoint() {
        return "http://127.0.0.1:" + proxy.getPort();
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("S3 does not stop", e);
        }
    }
}
