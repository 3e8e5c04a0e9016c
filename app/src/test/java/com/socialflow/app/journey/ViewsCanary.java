package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.engines.Engines;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What somebody who watches leaves in the log of views, and in all that is made of it. */
final class ViewsCanary {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOPIC = "views.beacons";

    private final RunningProgram program;

    ViewsCanary(RunningProgram program) {
        this.program = program;
    }

    /** Signed in. */
    static void watches(Person person, String video) {
        var told = person.post("/api/v1/videos/" + video + "/views", """
                {"session":"canary-session-90210","sequence":0,"intervals":[[0,12]],"elapsedSeconds":12.5,
                 "sentSeconds":12.5,"event":"start"}""");
        assertThat(told.statusCode()).as(told.body()).isEqualTo(202);
    }

    /** Whether the stream has kept states since somebody watched. */
    boolean kept() throws IOException {
        return files("flink").stream().anyMatch(file -> file.endsWith("_metadata"));
    }

    /** Where the account or the address of the machine that all came from is, however it is written. */
    List<String> traces(long account, String text) throws IOException {
        var forms = forms(account, text);
        var address = List.of(
                "127.0.0.1".getBytes(StandardCharsets.US_ASCII), new byte[] {127, 0, 0, 1}, new byte[] {1, 0, 0, 127});
        var found = new ArrayList<String>();
        for (var entry : log()) {
            if (contains(entry, forms) || contains(entry, address)) {
                found.add("an entry of the log");
            }
        }
        for (var value : redis()) {
            if (contains(value, forms) || contains(value, address)) {
                found.add("a value in Redis");
            }
        }
        for (var part : List.of("flink", "storage/views")) {
            for (var file : files(part)) {
                if (contains(bytes(file), forms)) {
                    found.add(file.toString());
                }
            }
        }
        return found;
    }

    /** Older checkpoints go while it is looked. */
    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    /** As text, as eight bytes, and as protobuf writes it. */
    private static List<byte[]> forms(long account, String text) {
        var varint = new ByteArrayOutputStream();
        var left = account;
        while ((left & ~0x7FL) != 0) {
            varint.write((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        varint.write((int) left);
        return List.of(
                text.getBytes(StandardCharsets.US_ASCII),
                Long.toString(account).getBytes(StandardCharsets.US_ASCII),
                ByteBuffer.allocate(Long.BYTES).putLong(account).array(),
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(account)
                        .array(),
                varint.toByteArray());
    }

    private static boolean contains(byte[] where, List<byte[]> forms) {
        var text = new String(where, StandardCharsets.ISO_8859_1);
        return forms.stream().anyMatch(form -> text.contains(new String(form, StandardCharsets.ISO_8859_1)));
    }

    /** All entries with their keys. */
    private List<byte[]> log() {
        var found = new ArrayList<byte[]>();
        try (var engines = Engines.attach(program.data());
                var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", engines.kafka(PATIENCE)),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(part -> new TopicPartition(TOPIC, part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(entry -> {
                    found.add(entry.key());
                    found.add(entry.value());
                });
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    /** Keys and values of counting. */
    private List<byte[]> redis() {
        try (var engines = Engines.attach(program.data());
                var client = RedisClient.create(
                        RedisURI.create(engines.redis(PATIENCE).url()));
                var connection = client.connect(ByteArrayCodec.INSTANCE)) {
            var redis = connection.sync();
            var found = new ArrayList<byte[]>();
            for (var key : redis.keys("{views}*")) {
                found.add(key);
                found.addAll(values(redis, key));
            }
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    private static List<byte[]> values(RedisCommands<byte[], byte[]> redis, byte[] key) {
        return switch (redis.type(key)) {
            case "string" -> List.of(redis.get(key));
            case "hash" -> {
                var all = new ArrayList<byte[]>();
                redis.hgetall(key).forEach((name, value) -> all.addAll(List.of(name, value)));
                yield all;
            }
            case "set" -> List.copyOf(redis.smembers(key));
            case "zset" -> redis.zrange(key, 0, -1);
            case "list" -> redis.lrange(key, 0, -1);
            // It ended meanwhile.
            default -> List.of();
        };
    }

    private List<Path> files(String part) throws IOException {
        var root = program.data().resolve(part);
        if (Files.notExists(root)) {
            return List.of();
        }
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            // A directory went meanwhile.
            return files(part);
        }
    }
}
