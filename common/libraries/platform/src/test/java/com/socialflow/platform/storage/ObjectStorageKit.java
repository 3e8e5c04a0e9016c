package com.socialflow.platform.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every object storage must do, asked of each of them. */
abstract class ObjectStorageKit {

    /** The smallest part that S3 takes: a little more makes two. */
    static final int PART_BYTES = 5 * 1024 * 1024;

    @TempDir
    Path scratch;

    abstract ObjectStorage storage();

    abstract ResumableObjects resumable();

    @Test
    void givesBackWhatWasPut() throws IOException {
        var before = Instant.now().minusSeconds(2);

        var put = storage().put("videos/a/1/master.m3u8", stream("#EXTM3U"));

        assertThat(put.size()).isEqualTo(7);
        assertThat(put.etag()).startsWith("\"").endsWith("\"");
        assertThat(put.lastModified()).isBetween(before, Instant.now().plusSeconds(2));
        assertThat(put.contentType()).isEqualTo("application/vnd.apple.mpegurl");
        assertThat(storage().head("videos/a/1/master.m3u8")).contains(put);
        assertThat(text("videos/a/1/master.m3u8")).isEqualTo("#EXTM3U");
    }

    @Test
    void saysThatWhatWasNeverPutIsAbsent() {
        assertThat(storage().head("no/thing")).isEmpty();
        assertThat(storage().get("no/thing")).isEmpty();
        assertThat(storage().get("no/thing", new ByteRange(1, 2))).isEmpty();
        assertThat(storage().localPath("no/thing")).isEmpty();
        assertThat(storage().list("no/", "", 10)).isEmpty();
        assertThat(storage().deleteAll("no/")).isZero();
        storage().delete("no/thing");
        assertThatThrownBy(() -> storage().copy("no/thing", "some/thing"))
                .isInstanceOfSatisfying(StorageException.class, absent());
        assertThatThrownBy(() -> storage().rename("no/thing", "some/thing"))
                .isInstanceOfSatisfying(StorageException.class, absent());
    }

    private static java.util.function.Consumer<StorageException> absent() {
        return e -> assertThat(e.reason()).isEqualTo(StorageException.Reason.ABSENT);
    }

    @Test
    void anObjectUnderAnotherIsAbsent() throws IOException {
        storage().put("under/file", stream("x"));

        assertThat(storage().head("under/file/more")).isEmpty();
        assertThat(storage().head("under")).isEmpty();
    }

    @Test
    void keepsAnEmptyObject() throws IOException {
        assertThat(storage().put("empty", InputStream.nullInputStream()).size()).isZero();
        assertThat(text("empty")).isEmpty();
        assertThat(read("empty", new ByteRange(0, 5))).isEmpty();
    }

    @Test
    void replacesAnObjectAndChangesItsETag() throws IOException {
        var first = storage().put("replaced/index.m3u8", stream("one"));
        var second = storage().put("replaced/index.m3u8", stream("two"));

        assertThat(second.etag()).isNotEqualTo(first.etag());
        assertThat(text("replaced/index.m3u8")).isEqualTo("two");
    }

    @Test
    void givesRanges() throws IOException {
        storage().put("ranges/0.m4s", stream("0123456789"));

        assertThat(read("ranges/0.m4s", new ByteRange(0, 1))).isEqualTo("0");
        assertThat(read("ranges/0.m4s", new ByteRange(3, 4))).isEqualTo("3456");
        assertThat(read("ranges/0.m4s", new ByteRange(8, 100))).isEqualTo("89");
        assertThat(read("ranges/0.m4s", new ByteRange(4, 0))).isEmpty();
        assertThat(read("ranges/0.m4s", new ByteRange(10, 1))).isEmpty();
        try (var content = storage().get("ranges/0.m4s", new ByteRange(8, 100)).orElseThrow()) {
            assertThat(content.object().size()).isEqualTo(10);
            assertThat(content.range()).isEqualTo(new ByteRange(8, 2));
        }
    }

    @Test
    void canBeClosedBeforeItIsRead() throws IOException {
        var bytes = bytes(2 * 1024 * 1024);
        storage().put("closed-early", new ByteArrayInputStream(bytes));

        for (var i = 0; i < 20; i++) {
            try (var content = storage().get("closed-early").orElseThrow()) {
                assertThat(content.stream().read()).isEqualTo(bytes[0] & 0xff);
            }
        }
        assertThat(all("closed-early")).isEqualTo(bytes);
    }

    @Test
    void storesManyPartsAsOne() throws IOException {
        var bytes = bytes(2 * PART_BYTES + 12_345);

        var put = storage().put("originals/a/large", new ByteArrayInputStream(bytes));

        assertThat(put.size()).isEqualTo(bytes.length);
        assertThat(all("originals/a/large")).isEqualTo(bytes);
    }

    @Test
    void storesExactlyOnePart() throws IOException {
        var bytes = bytes(PART_BYTES);

        storage().put("originals/a/part", new ByteArrayInputStream(bytes));

        assertThat(all("originals/a/part")).isEqualTo(bytes);
    }

    @Test
    void movesAFileIn() throws IOException {
        for (var size : new int[] {0, 1_000, PART_BYTES, PART_BYTES + 1}) {
            var bytes = bytes(size);
            var file = Files.write(scratch.resolve("segment"), bytes);

            assertThat(storage().put("moved/" + size, file).size()).isEqualTo(size);
            assertThat(file).doesNotExist();
            assertThat(all("moved/" + size)).isEqualTo(bytes);
        }
    }

    @Test
    void storesNothingOfAStreamThatBreaks() {
        for (var size : new int[] {10, PART_BYTES + 10}) {
            assertThatThrownBy(() -> storage().put("broken/" + size, new BreakingStream(bytes(size))))
                    .isInstanceOf(IOException.class)
                    .hasMessage(BreakingStream.MESSAGE);
            assertThat(storage().head("broken/" + size)).isEmpty();
        }
        assertThat(storage().list("broken/", "", 10)).isEmpty();
    }

    @Test
    void listsInPagesInTheOrderOfKeys() throws IOException {
        var keys = new ArrayList<String>();
        for (var name : new String[] {"a", "a-b", "a.b", "b/a", "b/c/d", "b-", "b0", "c/1", "c/10", "c/2"}) {
            keys.add("list/" + name);
            storage().put("list/" + name, stream(name));
        }
        keys.sort(null);
        storage().put("listing", stream("not under it"));

        for (var limit = 1; limit <= keys.size() + 1; limit++) {
            var seen = new ArrayList<String>();
            for (var after = ""; ; after = seen.getLast()) {
                var page = storage().list("list/", after, limit);
                page.forEach(object -> seen.add(object.key()));
                if (page.size() < limit) {
                    break;
                }
            }
            assertThat(seen).isEqualTo(keys);
        }
        assertThat(storage().list("list/b/", "", 10))
                .extracting(StoredObject::key)
                .containsExactly("list/b/a", "list/b/c/d");
        assertThat(storage().list("list/b/c/", "", 10).getFirst().size()).isEqualTo(5);
    }

    @Test
    void listsEverything() throws IOException {
        storage().put("everything/1", stream("1"));
        resumable().append("everything/2", 0, stream("hidden"));

        assertThat(storage().list("", "", 1_000)).extracting(StoredObject::key).contains("everything/1");
        assertThat(storage().list("", "", 1_000))
                .noneMatch(
                        object -> object.key().startsWith(".") || object.key().contains("everything/2"));
    }

    @Test
    void deletesOneAndOnlyThat() throws IOException {
        storage().put("delete/1", stream("1"));
        storage().put("delete/12", stream("12"));

        storage().delete("delete/1");

        assertThat(storage().head("delete/1")).isEmpty();
        assertThat(storage().head("delete/12")).isPresent();
    }

    @Test
    void deletesEverythingUnderAPrefixFinishedOrNot() throws IOException {
        for (var i : IntStream.range(0, 12).toArray()) {
            storage().put("all/a/%d/x".formatted(i), stream("x"));
        }
        storage().put("all/ab", stream("stays"));
        resumable().append("all/a/upload", 0, stream("begun"));
        resumable().append("all/b", 0, stream("stays too"));

        assertThat(storage().deleteAll("all/a/")).isEqualTo(12);

        assertThat(storage().list("all/", "", 100))
                .extracting(StoredObject::key)
                .containsExactly("all/ab");
        assertThat(resumable().length("all/a/upload")).isZero();
        assertThat(resumable().length("all/b")).isEqualTo(9);
    }

    @Test
    void copiesAndRenames() throws IOException {
        var bytes = bytes(PART_BYTES + 77);
        storage().put("copies/one", new ByteArrayInputStream(bytes));

        assertThat(storage().copy("copies/one", "copies/two.mp4").size()).isEqualTo(bytes.length);
        assertThat(storage().rename("copies/one", "copies/three").size()).isEqualTo(bytes.length);
        storage().copy("copies/three", "copies/three");
        storage().rename("copies/three", "copies/three");
        storage().delete("copies/two.mp4");
        storage().copy("copies/three", "copies/four");
        storage().put("copies/three", stream("another"));

        assertThat(storage().head("copies/one")).isEmpty();
        assertThat(all("copies/four")).isEqualTo(bytes);
        assertThat(text("copies/three")).isEqualTo("another");
    }

    @Test
    void givesEitherAPathOrAnAddress() throws Exception {
        storage().put("there/poster.jpg", stream("picture"));

        var path = storage().localPath("there/poster.jpg");
        var address = storage().presignedGet("there/poster.jpg", Duration.ofMinutes(1));

        assertThat(path.isPresent()).isNotEqualTo(address.isPresent());
        if (path.isPresent()) {
            assertThat(path.get()).hasContent("picture");
        }
        if (address.isPresent()) {
            assertServes(address.get());
        }
    }

    private static void assertServes(URI address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(address).header("Range", "bytes=1-3").build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.body()).isEqualTo("ict");
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
            var signed = address.toString();
            var forged =
                    signed.replaceFirst("Signature=.", signed.contains("Signature=0") ? "Signature=1" : "Signature=0");
            var refused = client.send(HttpRequest.newBuilder(URI.create(forged)).build(), BodyHandlers.discarding());
            assertThat(refused.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void refusesKeysThatCouldLeadElsewhere() {
        var bad = new String[] {
            "",
            "/",
            "/a",
            "a/",
            "a//b",
            ".",
            "..",
            "../a",
            "a/../b",
            "a/.b",
            ".tails/a",
            "a\\b",
            "a b",
            "a\0b",
            "ä",
            "a%2fb",
            "a\nb",
            "C:/a",
            "a".repeat(ObjectKeys.NAME_MAX + 1),
            "a/".repeat(300) + "a"
        };
        for (var key : bad) {
            assertThat(ObjectKeys.valid(key)).as(key).isFalse();
            assertThatThrownBy(() -> storage().put(key, stream("x"))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> storage().head(key)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> storage().delete(key)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> resumable().append(key, 0, stream("x")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (var prefix : new String[] {"a", "/", "../", "a/../", ".tails/"}) {
            assertThatThrownBy(() -> storage().list(prefix, "", 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> storage().deleteAll(prefix)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> storage().deleteAll("")).isInstanceOf(IllegalArgumentException.class);
    }

    String text(String key) throws IOException {
        return new String(all(key), UTF_8);
    }

    byte[] all(String key) throws IOException {
        try (var content = storage().get(key).orElseThrow()) {
            return content.stream().readAllBytes();
        }
    }

    private String read(String key, ByteRange range) throws IOException {
        try (var content = storage().get(key, range).orElseThrow()) {
            return new String(content.stream().readAllBytes(), UTF_8);
        }
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** Different at every place, and the same every time. */
    static byte[] bytes(int size) {
        var bytes = new byte[size];
        for (var i = 0; i < size; i++) {
            bytes[i] = ResumableObjectsKit.byteAt(i);
        }
        return bytes;
    }
}
