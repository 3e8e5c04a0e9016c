package com.socialflow.platform.storage;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * A bucket and how this program talks to it.
 *
 * @param partBytes of a multipart upload, all but the last
 * @param copyBytesMax what one copy request may copy; larger objects are copied in parts of this size
 * @param spools where parts are kept while they are sent
 */
record Bucket(S3Client client, S3Presigner presigner, String name, long partBytes, long copyBytesMax, Path spools)
        implements AutoCloseable {

    /** S3's limit of what CopyObject and one UploadPartCopy take. */
    static final long COPY_BYTES_MAX = 5L * 1024 * 1024 * 1024;

    private static final int NOT_FOUND = 404;

    /** Does it, with the SDK's failures turned into the storage's. */
    static <T> T attempt(String what, Supplier<T> action) {
        try {
            return action.get();
        } catch (SdkException e) {
            throw new StorageException("could not " + what, e);
        }
    }

    /** The same, where S3 may know nothing under that key. */
    static <T> Optional<T> find(String what, Supplier<T> action) {
        return attempt(what, () -> {
            try {
                return Optional.of(action.get());
            } catch (NoSuchBucketException e) {
                throw e;
            } catch (S3Exception e) {
                if (e.statusCode() == NOT_FOUND) {
                    return Optional.<T>empty();
                }
                throw e;
            }
        });
    }

    @Override
    public void close() {
        presigner.close();
        client.close();
    }
}
