package com.socialflow.platform.storage;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/**
 * What S3 itself says of an object that is not sealed yet: nothing about it is kept elsewhere.
 *
 * @param uploadIds its multipart uploads, the oldest first: only a race at the beginning makes more than one
 * @param parts of the oldest, all neighbours from the first on
 * @param tailBytes how many bytes follow the parts, in an object of their own
 */
record S3Incomplete(String key, List<String> uploadIds, List<CompletedPart> parts, long partsBytes, long tailBytes) {

    /** Starts the keys of tails. No key of an object starts with a dot, so that no list shows them. */
    static final String HIDDEN = ".tails/";

    static S3Incomplete find(Bucket bucket, String key) {
        var uploadIds = uploadIds(bucket, key);
        if (uploadIds.isEmpty()) {
            return new S3Incomplete(key, List.of(), List.of(), 0, 0);
        }
        var parts = Bucket.attempt(
                "list the parts of " + key,
                () -> bucket
                        .client()
                        .listPartsPaginator(request ->
                                request.bucket(bucket.name()).key(key).uploadId(uploadIds.getFirst()))
                        .parts()
                        .stream()
                        .toList());
        var bytes = parts.stream().mapToLong(part -> part.size()).sum();
        var completed = parts.stream()
                .map(part -> CompletedPart.builder()
                        .partNumber(part.partNumber())
                        .eTag(part.eTag())
                        .build())
                .toList();
        var tail = Bucket.find(
                "head the tail of " + key,
                () -> bucket.client()
                        .headObject(request -> request.bucket(bucket.name()).key(tail(key, bytes))));
        return new S3Incomplete(
                key,
                uploadIds,
                completed,
                bytes,
                tail.map(head -> head.contentLength()).orElse(0L));
    }

    /** Those of exactly this key, which sorts before all that it is a prefix of. */
    private static List<String> uploadIds(Bucket bucket, String key) {
        var page = Bucket.attempt(
                "list the uploads of " + key,
                () -> bucket.client()
                        .listMultipartUploads(
                                request -> request.bucket(bucket.name()).prefix(key)));
        return page.uploads().stream()
                .filter(upload -> upload.key().equals(key))
                .sorted(Comparator.comparing(MultipartUpload::initiated).thenComparing(MultipartUpload::uploadId))
                .map(MultipartUpload::uploadId)
                .toList();
    }

    static String tails(String key) {
        return HIDDEN + key + "/";
    }

    static String tail(String key, long start) {
        return tails(key) + start;
    }

    Optional<String> uploadId() {
        return uploadIds.stream().findFirst();
    }

    long length() {
        return partsBytes + tailBytes;
    }

    /** A spool that starts with the tail. */
    Spool openTail(Bucket bucket) {
        var spool = Spool.in(bucket.spools());
        if (tailBytes == 0) {
            return spool;
        }
        try (var stored = Bucket.attempt(
                "get the tail of " + key,
                () -> bucket.client()
                        .getObject(request -> request.bucket(bucket.name()).key(tail(key, partsBytes))))) {
            var pumped = spool.fill(stored, tailBytes);
            if (pumped.bytes() != tailBytes) {
                throw new StorageException(
                        StorageException.Reason.UNAVAILABLE, "the tail of %s came incomplete".formatted(key));
            }
            return spool;
        } catch (IOException e) {
            spool.close();
            throw new StorageException("could not read the tail of " + key, e);
        } catch (RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /** Sends the tail as the last part and makes the object. */
    void complete(Bucket bucket) {
        var id = uploadId().orElseThrow();
        try (var sender = new PartsSender(bucket, key, id, parts)) {
            if (tailBytes > 0) {
                sender.add(openTail(bucket));
            }
            S3Put.complete(bucket, key, id, sender);
        }
    }
}
