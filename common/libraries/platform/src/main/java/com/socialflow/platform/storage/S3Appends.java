package com.socialflow.platform.storage;

import com.socialflow.platform.storage.AppendOutcome.Appended;
import com.socialflow.platform.storage.AppendOutcome.OffsetConflict;
import com.socialflow.platform.storage.AppendOutcome.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;

/**
 * Resumable objects as multipart uploads. What is too short for a part lies in an object of its own, the tail, whose
 * key says where it starts: one that a crash left behind starts before the last part's end, and is ignored.
 */
final class S3Appends implements ResumableObjects {

    private final Bucket bucket;
    private final ObjectStorage objects;

    S3Appends(Bucket bucket) {
        this.bucket = bucket;
        this.objects = new S3Storage(bucket);
    }

    @Override
    public AppendOutcome append(String key, long offset, InputStream body) {
        var begun = S3Incomplete.find(bucket, ObjectKeys.requireKey(key));
        if (begun.length() != offset) {
            return new OffsetConflict(begun.length());
        }
        var uploadId = begun.uploadId().orElseGet(() -> S3Put.begin(bucket, key));
        try (var sender = new PartsSender(bucket, key, uploadId, begun.parts())) {
            return append(begun, body, sender);
        }
    }

    private AppendOutcome append(S3Incomplete begun, InputStream body, PartsSender sender) {
        var start = begun.partsBytes();
        var spool = begun.openTail(bucket);
        try {
            var pumped = spool.fill(body, bucket.partBytes());
            while (spool.size() >= bucket.partBytes()) {
                start += spool.size();
                sender.add(spool);
                spool = Spool.in(bucket.spools());
                if (pumped.ended() || pumped.broken() != null) {
                    break;
                }
                pumped = spool.fill(body, bucket.partBytes());
            }
            sender.join();
            keepTail(begun.key(), start, spool);
            if (start > begun.partsBytes() && begun.tailBytes() > 0) {
                S3Storage.deleteAny(bucket, S3Incomplete.tail(begun.key(), begun.partsBytes()));
            }
            return new Appended(start + spool.size(), pumped.broken() == null);
        } finally {
            spool.close();
        }
    }

    private void keepTail(String key, long start, Spool tail) {
        if (tail.size() == 0) {
            return;
        }
        Bucket.attempt(
                "keep the tail of " + key,
                () -> bucket.client()
                        .putObject(
                                request -> request.bucket(bucket.name())
                                        .key(S3Incomplete.tail(key, start))
                                        .contentLength(tail.size()),
                                tail.body()));
    }

    @Override
    public AppendOutcome appendIf(String key, long offset, InputStream body, BooleanSupplier accepted) {
        try (var spool = Spool.in(bucket.spools())) {
            var pumped = spool.fill(body, Long.MAX_VALUE);
            if (pumped.broken() != null || !accepted.getAsBoolean()) {
                return new Refused(length(key));
            }
            return append(key, offset, spool.stream());
        }
    }

    @Override
    public long length(String key) {
        return S3Incomplete.find(bucket, ObjectKeys.requireKey(key)).length();
    }

    @Override
    public StoredObject seal(String key, String finalKey) {
        var begun = S3Incomplete.find(bucket, ObjectKeys.requireKey(key));
        if (begun.length() > 0) {
            begun.complete(bucket);
        }
        // Also what a crash between these two steps, or a race at the beginning, left.
        abort(key);
        if (!key.equals(finalKey) && objects.head(key).isPresent()) {
            return objects.rename(key, finalKey);
        }
        return objects.head(finalKey).orElseGet(() -> putEmpty(finalKey));
    }

    private StoredObject putEmpty(String key) {
        try {
            return objects.put(key, InputStream.nullInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void abort(String key) {
        S3Incomplete.find(bucket, ObjectKeys.requireKey(key)).uploadIds().forEach(id -> S3Put.abort(bucket, key, id));
        S3Storage.deletePages(bucket, S3Incomplete.tails(key));
    }
}
