package com.socialflow.platform.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Sends the parts of one multipart upload in order, one on its way while the caller collects the next. */
final class PartsSender implements AutoCloseable {

    /** S3's limit. */
    static final int PARTS_MAX = 10_000;

    private final Bucket bucket;
    private final String key;
    private final String uploadId;
    private final List<CompletedPart> sent;
    private @Nullable FutureTask<CompletedPart> sending;

    PartsSender(Bucket bucket, String key, String uploadId, List<CompletedPart> before) {
        this.bucket = bucket;
        this.key = key;
        this.uploadId = uploadId;
        this.sent = new ArrayList<>(before);
    }

    /** Has the part sent and closed. Fails with what the part before it failed with. */
    void add(Part part) {
        try {
            join();
            if (sent.size() == PARTS_MAX) {
                throw new StorageException(
                        StorageException.Reason.FULL,
                        "%s is larger than %d parts of %d bytes".formatted(key, PARTS_MAX, bucket.partBytes()));
            }
        } catch (RuntimeException e) {
            part.close();
            throw e;
        }
        var number = sent.size() + 1;
        var task = new FutureTask<>(() -> {
            try (part) {
                return send(part, number);
            }
        });
        sending = task;
        Thread.ofVirtual().name("storage-part").start(task);
    }

    private CompletedPart send(Part part, int number) {
        return Bucket.attempt("send part %d of %s".formatted(number, key), () -> {
            var answer = bucket.client()
                    .uploadPart(
                            request -> request.bucket(bucket.name())
                                    .key(key)
                                    .uploadId(uploadId)
                                    .partNumber(number),
                            part.body());
            return CompletedPart.builder()
                    .partNumber(number)
                    .eTag(answer.eTag())
                    .build();
        });
    }

    /** Waits for the part that is on its way; all parts then. */
    List<CompletedPart> join() {
        var task = sending;
        sending = null;
        if (task != null) {
            sent.add(result(task));
        }
        return List.copyOf(sent);
    }

    private static CompletedPart result(FutureTask<CompletedPart> task) {
        var interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    // The part's file must not be closed while it is read: the request has a time limit of its own.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StorageException known) {
                throw known;
            }
            throw new StorageException("could not send a part", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Leaves nothing running. */
    @Override
    public void close() {
        try {
            join();
        } catch (StorageException e) {
            // Whoever closes without joining has another failure to report.
        }
    }
}
