package com.socialflow.platform.storage;

import java.util.ArrayList;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MetadataDirective;

/** Copies within the bucket, done by S3 itself. */
final class S3Copies {

    private final Bucket bucket;

    S3Copies(Bucket bucket) {
        this.bucket = bucket;
    }

    void copy(StoredObject from, String to) {
        if (from.key().equals(to)) {
            return;
        }
        if (from.size() <= bucket.copyBytesMax()) {
            copyWhole(from, to);
        } else {
            copyInParts(from, to);
        }
    }

    private void copyWhole(StoredObject from, String to) {
        Bucket.attempt(
                "copy " + from.key(),
                () -> bucket.client()
                        .copyObject(request -> request.sourceBucket(bucket.name())
                                .sourceKey(from.key())
                                .destinationBucket(bucket.name())
                                .destinationKey(to)
                                .metadataDirective(MetadataDirective.REPLACE)
                                .contentType(ContentTypes.of(to))));
    }

    private void copyInParts(StoredObject from, String to) {
        var uploadId = S3Put.begin(bucket, to);
        try {
            var parts = new ArrayList<CompletedPart>();
            for (var first = 0L; first < from.size(); first += bucket.copyBytesMax()) {
                var range = new ByteRange(first, bucket.copyBytesMax()).within(from.size());
                parts.add(copyPart(from, to, uploadId, parts.size() + 1, range));
            }
            Bucket.attempt(
                    "complete " + to,
                    () -> bucket.client()
                            .completeMultipartUpload(request -> request.bucket(bucket.name())
                                    .key(to)
                                    .uploadId(uploadId)
                                    .multipartUpload(CompletedMultipartUpload.builder()
                                            .parts(parts)
                                            .build())));
        } catch (StorageException e) {
            S3Put.abort(bucket, to, uploadId);
            throw e;
        }
    }

    private CompletedPart copyPart(StoredObject from, String to, String uploadId, int number, ByteRange range) {
        var answer = Bucket.attempt(
                "copy " + from.key(),
                () -> bucket.client()
                        .uploadPartCopy(request -> request.sourceBucket(bucket.name())
                                .sourceKey(from.key())
                                .copySourceRange("bytes=%d-%d".formatted(range.first(), range.last()))
                                .destinationBucket(bucket.name())
                                .destinationKey(to)
                                .uploadId(uploadId)
                                .partNumber(number)));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(answer.copyPartResult().eTag())
                .build();
    }
}
