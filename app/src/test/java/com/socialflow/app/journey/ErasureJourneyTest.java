package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.socialflow.engines.Engines;
import com.socialflow.testkit.TestDatabase;
import com.socialflow.testkit.Traces;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/**
 * Somebody with a word of his own in every field of every service takes everything along and leaves; then none of the
 * words is in the database, the object storage, Redis or the log. Kafka keeps its events for a week (docs/OPERATING).
 */
@Tag("engines")
@Execution(ExecutionMode.CONCURRENT)
class ErasureJourneyTest {

    private static final String NAME = "canary_kestrel_90210";
    private static final String TITLE = "Canary Ptarmigan 90210";
    private static final List<String> WORDS = words(
            SocialCanary.WORDS,
            NAME,
            TITLE,
            "canary description 90210",
            "canarytag90210",
            "CanaryAgent/90210",
            "canary-file-90210");

    private static final Duration TRANSCODED = Duration.ofMinutes(3);

    /** Events travel, files go, a second look follows half a minute later. */
    private static final Duration ERASED = Duration.ofMinutes(2);

    private static RunningProgram program;

    @BeforeAll
    static void start() {
        program = RunningProgram.start(SharedProgram.directory("erasure"), "--socialflow.privacy.grace=0s");
    }

    @AfterAll
    static void stop() {
        program.close();
        RunningProgram.remove(program.data());
    }

    @Test
    void takesEverythingAlongAndLeavesNoByte() throws IOException {
        var canary = Person.registered(program.address(), NAME);
        var video = canary.upload("Later " + TITLE, SharedProgram.clip());
        var described =
                canary.patch("/api/v1/videos/" + video, """
                {"title":"%s","description":"canary description 90210","tags":["canarytag90210"],
                 "visibility":"private"}""".formatted(TITLE), "User-Agent", "CanaryAgent/90210");
        assertThat(described.statusCode()).as(described.body()).isEqualTo(200);
        begunUpload(canary);
        assertThat(canary.awaitEnd(video, TRANSCODED).path("state").asString()).isEqualTo("ready");
        var neighbour = Person.registered(program.address(), "neighbour");
        var kept = neighbour.video("A neighbour's");
        SocialCanary.acts(canary, neighbour);
        ViewsCanary.watches(canary, video);
        ViewsCanary.watches(canary, kept);
        var number = SocialCanary.number(canary);
        var account = SocialCanary.id(canary);
        assertThat(inDatabase(WORDS)).isNotEmpty();

        takesEverythingAlong(canary, video);
        var left = canary.post("/api/v1/me/deletion", "{}");
        assertThat(left.statusCode()).as(left.body()).isEqualTo(202);

        await().atMost(ERASED).until(() -> erased(video));
        assertThat(inDatabase(WORDS)).isEmpty();
        assertThat(inDatabase(List.of("deletion-requested"))).as("letters").isEmpty();
        assertThat(Traces.inFiles(program.data().resolve("storage"), words(WORDS, video)))
                .isEmpty();
        assertThat(inRedis().stream()
                        .filter(entry -> WORDS.stream().anyMatch(word -> Traces.contains(entry, word)))
                        .toList())
                .as("in Redis")
                .isEmpty();
        assertThat(WORDS).as("in the log").noneMatch(word -> Traces.contains(program.output(), word));
        var views = new ViewsCanary(program);
        await().atMost(ERASED).until(views::kept);
        assertThat(views.traces(Long.parseLong(number), account))
                .as("in the log of views and what is made of it")
                .isEmpty();
        assertThat(neighbour.get("/api/v1/videos/" + kept).statusCode()).isEqualTo(200);
        assertThat(inDatabase(List.of(number)))
                .as("rows of the social service that name the person")
                .noneMatch(row -> row.startsWith("social."));
        var ties = Person.json(neighbour.get("/api/v1/accounts/" + SocialCanary.id(neighbour) + "/social"));
        assertThat(ties.path("followers").asInt()).as(ties.toString()).isZero();
        assertThat(ties.path("following").asInt()).as(ties.toString()).isZero();
    }

    /** One that is never finished, with the name of the file. */
    private static void begunUpload(Person canary) {
        var draft = canary.video("Unfinished " + TITLE);
        var metadata = "video %s,filename %s".formatted(base64(draft), base64("canary-file-90210.mp4"));
        var made = canary.send(canary.request("/api/v1/uploads")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "1000")
                .header("Upload-Metadata", metadata)
                .POST(BodyPublishers.noBody()));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void takesEverythingAlong(Person canary, String video) throws IOException {
        var asked = canary.post("/api/v1/me/exports", "{}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        var id = Person.json(asked).path("id").asString();
        await().atMost(ERASED)
                .until(() -> newestExport(canary).path("state").asString().equals("ready"));
        var file = canary.bytes("/api/v1/me/exports/" + id + "/file");
        assertThat(file.statusCode()).isEqualTo(200);
        var files = unzipped(file.body());
        assertThat(files).containsKeys("manifest.json", "identity/account.json", "videos/" + video + "/video.json");
        assertThat(files).containsKeys(SocialCanary.FILES.toArray(String[]::new));
        assertThat(new String(files.get("videos/" + video + "/video.json"), StandardCharsets.UTF_8))
                .contains(TITLE);
        assertThat(files.get("videos/" + video + "/original")).isEqualTo(Files.readAllBytes(SharedProgram.clip()));
    }

    private static JsonNode newestExport(Person person) {
        return Person.json(person.get("/api/v1/me/exports")).path("items").get(0);
    }

    private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** Every service has done its part, and no event is on its way any more. */
    private static boolean erased(String video) {
        return inDatabase(WORDS).isEmpty()
                && inDatabase(List.of("requested_at")).stream().noneMatch(row -> row.contains(".erasure has"))
                && Traces.inFiles(program.data().resolve("storage"), words(List.of("exports/"), video))
                        .isEmpty();
    }

    private static List<String> words(List<String> words, String... more) {
        var all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all;
    }

    private static List<String> inDatabase(List<String> words) {
        try (var engines = Engines.attach(program.data())) {
            var address = engines.postgres(Duration.ofSeconds(30));
            return Traces.inDatabase(new TestDatabase(address.url(), address.user(), address.password()), words);
        }
    }

    /** Every key with its value. */
    private static List<String> inRedis() {
        try (var engines = Engines.attach(program.data())) {
            var address = engines.redis(Duration.ofSeconds(30));
            var uri = RedisURI.create(address.host(), address.port());
            uri.setCredentialsProvider(new StaticCredentialsProvider(
                    address.user().isEmpty() ? null : address.user(),
                    address.password().toCharArray()));
            try (var client = RedisClient.create(uri);
                    var connection = client.connect()) {
                var redis = connection.sync();
                return redis.keys("*").stream()
                        // Bytes and not words: ViewsCanary reads those.
                        .filter(key -> !key.startsWith("{views}"))
                        .map(key -> key + " " + value(redis, key))
                        .toList();
            }
        }
    }

    private static String value(RedisCommands<String, String> redis, String key) {
        return switch (redis.type(key)) {
            case "string" -> String.valueOf(redis.get(key));
            case "hash" -> redis.hgetall(key).toString();
            case "set" -> redis.smembers(key).toString();
            case "zset" -> redis.zrange(key, 0, -1).toString();
            case "list" -> redis.lrange(key, 0, -1).toString();
            default -> throw new IllegalStateException("a kind of value that this test does not read: " + key);
        };
    }
}
