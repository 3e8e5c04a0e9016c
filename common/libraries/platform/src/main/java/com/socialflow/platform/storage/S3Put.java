package com.socialflow.platform.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;

/** One object on its way to S3: one request when it has one part, a multipart upload otherwise. */
final class S3Put implements AutoCloseable {

    private final Bucket bucket;
    private final String key;
    private @Nullable String uploadId;
    private @Nullable PartsSender sender;
    private boolean finished;

    S3Put(Bucket bucket, String key) {
        this.bucket = bucket;
        this.key = key;
    }

    /** Sends a part that is not the last. */
    void add(Part part) {
        sender(part).add(part);
    }

    private PartsSender sender(Part part) {
        if (sender != null) {
            return sender;
        }
        try {
            var id = begin(bucket, key);
            uploadId = id;
            sender = new PartsSender(bucket, key, id, List.of());
            return sender;
        } catch (RuntimeException e) {
            part.close();
            throw e;
        }
    }

    static String begin(Bucket bucket, String key) {
        return Bucket.attempt(
                "begin " + key,
                () -> bucket.client()
                        .createMultipartUpload(request ->
                                request.bucket(bucket.name()).key(key).contentType(ContentTypes.of(key)))
                        .uploadId());
    }

    /** Sends the last part and makes the object. */
    void finish(Part last) {
        if (sender == null || uploadId == null) {
            try (last) {
                putWhole(last);
            }
        } else {
            if (last.size() > 0) {
                sender.add(last);
            } else {
                last.close();
            }
            complete(bucket, key, uploadId, sender);
        }
        finished = true;
    }

    private void putWhole(Part part) {
        Bucket.attempt(
                "put " + key,
                () -> bucket.client()
                        .putObject(
                                request -> request.bucket(bucket.name())
                                        .key(key)
                                        .contentType(ContentTypes.of(key))
                                        .contentLength(part.size()),
                                part.body()));
    }

    static void complete(Bucket bucket, String key, String uploadId, PartsSender sender) {
        var parts = CompletedMultipartUpload.builder().parts(sender.join()).build();
        Bucket.attempt(
                "complete " + key,
                () -> bucket.client()
                        .completeMultipartUpload(request -> request.bucket(bucket.name())
                                .key(key)
                                .uploadId(uploadId)
                                .multipartUpload(parts)));
    }

    static void abort(Bucket bucket, String key, String uploadId) {
        Bucket.find(
                "abort " + key,
                () -> bucket.client()
                        .abortMultipartUpload(request ->
                                request.bucket(bucket.name()).key(key).uploadId(uploadId)));
    }

    /** Takes back what was sent of an object that was not finished. */
    @Override
    public void close() {
        if (sender == null || uploadId == null) {
            return;
        }
        sender.close();
        if (!finished) {
            abort(bucket, key, uploadId);
        }
    }
}
