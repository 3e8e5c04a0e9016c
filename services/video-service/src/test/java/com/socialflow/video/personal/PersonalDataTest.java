package com.socialflow.video.personal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.socialflow.core.VideoId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.privacy.v1.ExportPart;
import com.socialflow.proto.privacy.v1.ExportRequest;
import com.socialflow.proto.privacy.v1.VideoPersonalDataGrpc;
import com.socialflow.proto.user.v1.AccountErased;
import com.socialflow.testkit.Person;
import com.socialflow.testkit.TestDatabase;
import com.socialflow.testkit.Traces;
import com.socialflow.video.VideoServiceTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a word of her own in every field takes everything along, and leaves none of the words behind. */
class PersonalDataTest extends VideoServiceTest {

    @Autowired
    private AccountEvents events;

    @Autowired
    private Erasures erasures;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Calls calls;

    @Value("${socialflow.database.url}")
    private String url;

    @Value("${socialflow.database.user}")
    private String user;

    @Value("${socialflow.database.password}")
    private String password;

    @Value("${socialflow.data}")
    private Path data;

    private String mark = "";

    @BeforeEach
    void newWords() {
        mark = "c" + alice.account().value() % 1_000_000_007L;
    }

    private List<String> words() {
        return List.of(
                "Canary Heron " + mark,
                "canary description " + mark,
                "canarytag" + mark,
                "canary-category-" + mark,
                "canary-bytes-" + mark,
                film());
    }

    private String film() {
        return "canary-film-" + mark + ".mp4";
    }

    @Test
    void givesEveryVideoWithItsOriginal() {
        var video = canaryVideo(alice);
        draft(bob);

        var parts = export(alice);

        assertThat(parts).extracting(ExportPart::getPath).contains("videos/" + video + "/video.json");
        var told = new JsonMapper().readTree(parts.getFirst().getData().toString(StandardCharsets.UTF_8));
        assertThat(told.path("title").asString()).isEqualTo("Canary Heron " + mark);
        assertThat(told.path("tags").get(0).asString()).isEqualTo("canarytag" + mark);
        assertThat(told.path("visibility").asString()).isEqualTo("private");
        assertThat(parts.get(1).getPath()).isEqualTo("videos/" + video + "/original");
        assertThat(storage.head(parts.get(1).getObjectKey())).isPresent();
        assertThat(parts).extracting(ExportPart::getPath).contains("videos/uploads.json");
        assertThat(parts.toString()).doesNotContain("Trains");
    }

    @Test
    void givesMoreThanAPageInOrder() {
        var drafts = new ArrayList<String>();
        for (var i = 0; i < 203; i++) {
            drafts.addFirst("videos/" + draft(alice) + "/video.json");
        }

        assertThat(export(alice)).extracting(ExportPart::getPath).containsExactlyElementsOf(drafts);
    }

    @Test
    void nobodyKnownIsGivenNothing() {
        assertThat(export(person("stranger"))).isEmpty();
    }

    @Test
    void whoeverIsGoneLeavesNoByte(CapturedOutput log) {
        var video = canaryVideo(alice);
        var kept = draft(bob, "\"visibility\":\"public\"");
        assertThat(found()).isNotEmpty();
        assertThat(Traces.inFiles(data.resolve("storage"), words())).isNotEmpty();

        erased(alice);

        eventually("everything is gone", () -> {
            clock.advance(Duration.ofSeconds(31));
            erasures.run();
            return remembered(alice) == 0;
        });
        eventually("the files too", () -> stored("originals/" + video + "/").isEmpty());
        jdbc.sql("DELETE FROM video.outbox").update();
        assertThat(found()).isEmpty();
        assertThat(Traces.inDatabase(
                        database(), List.of(Long.toString(alice.account().value()))))
                .isEmpty();
        assertThat(Traces.inFiles(data.resolve("storage"), words())).isEmpty();
        assertThat(words()).as("words in the log").noneMatch(word -> Traces.contains(log.getAll(), word));
        assertThat(http.get("/api/v1/videos/" + kept, null).status()).isEqualTo(200);
    }

    @Test
    void anEventThatComesTwiceHarmsNobody() {
        canaryVideo(alice);
        erased(alice);
        erased(alice);

        eventually("everything is gone", () -> {
            clock.advance(Duration.ofSeconds(31));
            erasures.run();
            return remembered(alice) == 0;
        });
        erased(alice);
        eventually("again", () -> remembered(alice) == 0);
    }

    private VideoId canaryVideo(Person owner) {
        var video = draft(
                owner,
                "\"description\":\"canary description %s\"".formatted(mark),
                "\"tags\":[\"canarytag%s\"]".formatted(mark),
                "\"category\":\"canary-category-%s\"".formatted(mark),
                "\"visibility\":\"private\"");
        var renamed = http.patch("/api/v1/videos/" + video, owner, "{\"title\":\"Canary Heron %s\"}".formatted(mark));
        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
        var file = ("canary-bytes-" + mark).getBytes(StandardCharsets.UTF_8);
        var made = http.send(
                "POST",
                "/api/v1/uploads",
                owner,
                BodyPublishers.noBody(),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                Integer.toString(file.length),
                "Upload-Metadata",
                "video %s,filename %s".formatted(base64(video.toString()), base64(film())));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var sent = http.send(
                "PATCH",
                made.header("Location").orElseThrow(),
                owner,
                BodyPublishers.ofByteArray(file),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/offset+octet-stream");
        assertThat(sent.status()).as(sent.body()).isEqualTo(204);
        return video;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the person's program sent is kept as it came. */
    private List<String> found() {
        var words = new ArrayList<>(words());
        words.add(base64(film()));
        return Traces.inDatabase(database(), words);
    }

    private TestDatabase database() {
        return new TestDatabase(url, user, password);
    }

    private List<ExportPart> export(Person person) {
        var request =
                ExportRequest.newBuilder().setAccount(person.account().value()).build();
        var parts = new ArrayList<ExportPart>();
        calls.stub(VideoPersonalDataGrpc::newBlockingStub, "video")
                .export(request)
                .forEachRemaining(parts::add);
        return parts;
    }

    private int remembered(Person person) {
        return jdbc.sql("SELECT count(*) FROM video.erasure WHERE owner_id = :owner")
                .param("owner", person.account().value())
                .query(Integer.class)
                .single();
    }

    /** Hands the event to whoever subscribed to it, as the platform does. */
    private void erased(Person person) {
        var event =
                AccountErased.newBuilder().setAccount(person.account().value()).build();
        transactions.executeWithoutResult(_ -> events.subscribe(new Subscriptions() {
            @Override
            @SuppressWarnings("unchecked")
            public <E extends Message> Subscriptions event(E type, Consumer<E> effect) {
                effect.accept((E) event);
                return this;
            }
        }));
    }
}
