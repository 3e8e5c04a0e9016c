package com.socialflow.platform.storage;

import static com.socialflow.core.Require.require;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects on S3. Objects larger than one part are sent in parts, each kept in a temporary file while it is sent. */
final class S3Storage implements ObjectStorage {

    private static final int RANGE_NOT_SATISFIABLE = 416;

    /** Sorts after every hidden key and before every key: see {@link S3Incomplete#HIDDEN}. */
    private static final String PAST_HIDDEN = "/";

    private final Bucket bucket;
    private final S3Copies copies;

    S3Storage(Bucket bucket) {
        this.bucket = bucket;
        this.copies = new S3Copies(bucket);
    }

    @Override
    public StoredObject put(String key, InputStream body) throws IOException {
        try (var put = new S3Put(bucket, ObjectKeys.requireKey(key))) {
            var part = Spool.in(bucket.spools());
            while (fill(part, body)) {
                put.add(part);
                part = Spool.in(bucket.spools());
            }
            put.finish(part);
        }
        return existing(key);
    }

    /** Whether there may be more to come. */
    private boolean fill(Spool part, InputStream body) throws IOException {
        var pumped = part.fill(body, bucket.partBytes());
        if (pumped.broken() != null) {
            part.close();
            throw pumped.broken();
        }
        return !pumped.ended();
    }

    @Override
    public StoredObject put(String key, Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ);
                var put = new S3Put(bucket, ObjectKeys.requireKey(key))) {
            var first = 0L;
            for (; channel.size() - first > bucket.partBytes(); first += bucket.partBytes()) {
                put.add(Part.Slice.of(channel, first, bucket.partBytes()));
            }
            put.finish(Part.Slice.of(channel, first, bucket.partBytes()));
            Files.delete(file);
        } catch (IOException e) {
            throw new StorageException("could not put " + key, e);
        }
        return existing(key);
    }

    @Override
    public Optional<StoredObject> head(String key) {
        ObjectKeys.requireKey(key);
        return Bucket.find(
                        "head " + key,
                        () -> bucket.client()
                                .headObject(
                                        request -> request.bucket(bucket.name()).key(key)))
                .map(found -> new StoredObject(key, found.contentLength(), found.eTag(), found.lastModified()));
    }

    @Override
    public Optional<ObjectContent> get(String key) {
        return get(GetObjectRequest.builder().bucket(bucket.name()).key(ObjectKeys.requireKey(key)), key, 0);
    }

    @Override
    public Optional<ObjectContent> get(String key, ByteRange range) {
        ObjectKeys.requireKey(key);
        if (range.length() == 0) {
            return head(key).map(object -> nothing(object, range.first()));
        }
        var request = GetObjectRequest.builder()
                .bucket(bucket.name())
                .key(key)
                .range("bytes=%d-%d".formatted(range.first(), range.last()));
        try {
            return get(request, key, range.first());
        } catch (StorageException e) {
            if (e.getCause() instanceof S3Exception s3 && s3.statusCode() == RANGE_NOT_SATISFIABLE) {
                return head(key).map(object -> nothing(object, range.first()));
            }
            throw e;
        }
    }

    private Optional<ObjectContent> get(GetObjectRequest.Builder request, String key, long first) {
        return Bucket.find("get " + key, () -> bucket.client().getObject(request.build()))
                .map(stream -> {
                    var head = stream.response();
                    var range = head.contentRange();
                    var size = range == null
                            ? head.contentLength()
                            : Long.parseLong(range.substring(range.indexOf('/') + 1));
                    return new ObjectContent(
                            new StoredObject(key, size, head.eTag(), head.lastModified()),
                            new ByteRange(first, head.contentLength()),
                            new RemoteStream(stream));
                });
    }

    private static ObjectContent nothing(StoredObject object, long first) {
        return new ObjectContent(object, new ByteRange(first, 0), InputStream.nullInputStream());
    }

    @Override
    public void delete(String key) {
        deleteAny(bucket, ObjectKeys.requireKey(key));
    }

    /** The same for hidden keys. */
    static void deleteAny(Bucket bucket, String key) {
        Bucket.attempt(
                "delete " + key,
                () -> bucket.client()
                        .deleteObject(request -> request.bucket(bucket.name()).key(key)));
    }

    @Override
    public long deleteAll(String prefix) {
        require(!prefix.isEmpty(), "a prefix names something");
        ObjectKeys.requirePrefix(prefix);
        abortUploads(prefix);
        deletePages(bucket, S3Incomplete.HIDDEN + prefix);
        return deletePages(bucket, prefix);
    }

    private void abortUploads(String prefix) {
        while (true) {
            var page = Bucket.attempt(
                    "list the uploads of " + prefix,
                    () -> bucket.client()
                            .listMultipartUploads(
                                    request -> request.bucket(bucket.name()).prefix(prefix)));
            page.uploads().forEach(upload -> S3Put.abort(bucket, upload.key(), upload.uploadId()));
            if (!Boolean.TRUE.equals(page.isTruncated())) {
                return;
            }
        }
    }

    /** Removes by pages, always the first one of what is left. */
    static long deletePages(Bucket bucket, String prefix) {
        var deleted = 0L;
        while (true) {
            var page = Bucket.attempt(
                    "list " + prefix,
                    () -> bucket.client()
                            .listObjectsV2(request ->
                                    request.bucket(bucket.name()).prefix(prefix).maxKeys(LIST_MAX)));
            if (page.contents().isEmpty()) {
                return deleted;
            }
            var keys = page.contents().stream()
                    .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                    .toList();
            var answer = Bucket.attempt(
                    "delete " + prefix,
                    () -> bucket.client()
                            .deleteObjects(request -> request.bucket(bucket.name())
                                    .delete(Delete.builder()
                                            .objects(keys)
                                            .quiet(true)
                                            .build())));
            if (answer.hasErrors() && !answer.errors().isEmpty()) {
                throw new StorageException(
                        StorageException.Reason.UNAVAILABLE,
                        "could not delete " + answer.errors().getFirst());
            }
            deleted += keys.size();
        }
    }

    @Override
    public List<StoredObject> list(String prefix, String after, int limit) {
        require(limit >= 1 && limit <= LIST_MAX, "a list has from 1 to %d objects", LIST_MAX);
        ObjectKeys.requirePrefix(prefix);
        var start = after.isEmpty() ? PAST_HIDDEN : after;
        var page = Bucket.attempt(
                "list " + prefix,
                () -> bucket.client()
                        .listObjectsV2(request -> request.bucket(bucket.name())
                                .prefix(prefix)
                                .startAfter(start)
                                .maxKeys(limit)));
        var found = new ArrayList<StoredObject>();
        page.contents()
                .forEach(object ->
                        found.add(new StoredObject(object.key(), object.size(), object.eTag(), object.lastModified())));
        return List.copyOf(found);
    }

    @Override
    public StoredObject copy(String from, String to) {
        ObjectKeys.requireKey(to);
        copies.copy(head(from).orElseThrow(() -> StorageException.absent(from)), to);
        return existing(to);
    }

    @Override
    public StoredObject rename(String from, String to) {
        var copy = copy(from, to);
        if (!from.equals(to)) {
            delete(from);
        }
        return copy;
    }

    @Override
    public Optional<Path> localPath(String key) {
        return Optional.empty();
    }

    @Override
    public Optional<URI> presignedGet(String key, Duration validFor) {
        ObjectKeys.requireKey(key);
        var signed = bucket.presigner()
                .presignGetObject(request -> request.signatureDuration(validFor)
                        .getObjectRequest(get -> get.bucket(bucket.name()).key(key)));
        return Optional.of(URI.create(signed.url().toExternalForm()));
    }

    @Override
    public OptionalLong room() {
        return OptionalLong.empty();
    }

    private StoredObject existing(String key) {
        return head(key).orElseThrow(() -> StorageException.absent(key));
    }
}
