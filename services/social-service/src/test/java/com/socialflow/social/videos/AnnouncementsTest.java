package com.socialflow.social.videos;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.social.v1.PostPublished;
import com.socialflow.proto.video.v1.VideoDeleted;
import com.socialflow.proto.video.v1.VideoPublished;
import com.socialflow.proto.video.v1.VideoWithdrawn;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a video's announcement and comments as the video service tells of the video. */
class AnnouncementsTest extends SocialServiceTest {

    private static final String PUBLISHED = "socialflow.social.v1.PostPublished";
    private static final String WITHDRAWN = "socialflow.social.v1.PostWithdrawn";

    @Autowired
    private VideoEvents events;

    @Autowired
    private Farewells farewells;

    @Autowired
    private VideoCards cards;

    @Autowired
    private VideoData data;

    @Autowired
    private TransactionTemplate transactions;

    private VideoId video = new VideoId(0);
    private long order;

    @BeforeEach
    void aVideo() {
        video = video(alice, "public");
        order = ids.next();
    }

    @Test
    void aPublishedVideoIsAnnouncedInItsOwnersName() throws InvalidProtocolBufferException {
        published("Trains");

        var post = http.get("/api/v1/posts/" + announcement(), bob).json();
        assertThat(post.path("kind").asString()).isEqualTo("announcement");
        assertThat(post.path("author").path("id").asString())
                .isEqualTo(alice.account().toString());
        assertThat(post.path("video").path("id").asString()).isEqualTo(video.toString());
        assertThat(post.path("video").path("title").asString()).isEqualTo("Trains");
        assertThat(post.path("video").path("durationSeconds").asDouble()).isEqualTo(12.5);
        var told = told().getLast();
        assertThat(told.getAnnouncement()).isTrue();
        assertThat(told.getVideo()).isEqualTo(video.value());
        assertThat(told.getRootVideo()).isEqualTo(video.value());
        assertThat(told.getAgain()).isFalse();
    }

    @Test
    void isAnnouncedOnce() throws InvalidProtocolBufferException {
        published("Trains");
        published("Ships");
        published("Ships");

        assertThat(events(alice.account())).containsExactly(PUBLISHED);

        withdrawn("private");
        assertThat(http.get("/api/v1/posts/" + announcement(), bob).status()).isEqualTo(404);
        withdrawn("unlisted");
        published("Ships");

        assertThat(http.get("/api/v1/posts/" + announcement(), bob).status()).isEqualTo(200);
        assertThat(events(alice.account())).containsExactly(PUBLISHED, WITHDRAWN, PUBLISHED);
        assertThat(told().getLast().getAgain()).isTrue();
    }

    @Test
    void isAnnouncedAlsoWhenSomebodyLookedBeforeTheEventCame() {
        assertThat(list(bob)).isEqualTo(200);

        published("Trains");

        assertThat(http.get("/api/v1/posts/" + announcement(), bob).status()).isEqualTo(200);
    }

    @Test
    void anAnnouncementThatItsOwnerDeletedStaysAway() {
        published("Trains");
        var post = announcement();
        assertThat(http.delete("/api/v1/posts/" + post, alice).status()).isEqualTo(204);

        withdrawn("private");
        published("Trains");

        assertThat(http.get("/api/v1/posts/" + post, bob).status()).isEqualTo(404);
        assertThat(events(alice.account())).containsExactly(PUBLISHED, WITHDRAWN);
    }

    @Test
    void oldVideosAreNoNews() {
        clock.advance(Duration.ofDays(8));

        published("Trains");

        assertThat(events(alice.account())).isEmpty();
        assertThat(comment("Late").status()).isEqualTo(201);
    }

    @Test
    void whatAnswersTheAnnouncementCommentsOnTheVideo() {
        published("Trains");
        var post = announcement();
        var made = http.post("/api/v1/posts", bob, "{\"text\":\"Nice\",\"replyTo\":\"%s\"}".formatted(post));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var id = made.json().path("id").asString();

        var comments = http.get("/api/v1/videos/" + video + "/comments", null).json();
        assertThat(comments.path("items").get(0).path("id").asString()).isEqualTo(id);
        var thread = http.get("/api/v1/posts/" + post + "/thread", null).json();
        assertThat(thread.at("/replies/0/post/id").asString()).isEqualTo(id);
        assertThat(thread.at("/post/counts/replies").asInt()).isEqualTo(1);
    }

    @Test
    void commentsFollowWhatIsToldOfTheVideo() {
        published("Trains");
        var id = comment("Nice").json().path("id").asString();

        withdrawn("private");
        assertThat(list(bob)).isEqualTo(404);
        assertThat(list(alice)).isEqualTo(200);
        assertThat(comment("Again").status()).isEqualTo(404);
        assertThat(http.get("/api/v1/posts/" + id, person("carol")).status()).isEqualTo(404);
        assertThat(http.get("/api/v1/posts/" + id, bob).status()).isEqualTo(200);

        withdrawn("unlisted");
        assertThat(list(bob)).isEqualTo(200);
        assertThat(http.get("/api/v1/posts/" + id, null).status()).isEqualTo(200);
    }

    @Test
    void theCommentsOfADeletedVideoGoWithIt() {
        published("Trains");
        var own = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            own.add(comment("c" + i).json().path("id").asString());
        }
        var reply = http.post("/api/v1/posts", alice, "{\"text\":\"re\",\"replyTo\":\"%s\"}".formatted(own.getFirst()))
                .json()
                .path("id")
                .asString();
        var post = announcement();

        send(VideoWithdrawn.newBuilder()
                .setVideo(video.value())
                .setOwner(alice.account().value())
                .build());
        send(VideoDeleted.newBuilder().setVideo(video.value()).build());
        assertThat(list(alice)).isEqualTo(404);
        assertThat(http.get("/api/v1/posts/" + own.getFirst(), person("carol")).status())
                .isEqualTo(404);
        farewells.run();

        own.add(reply);
        own.add(post);
        eventually("all are gone", () -> own.stream().allMatch(id -> state(id).equals("deleted")));
        assertThat(events(bob.account()).stream().filter(WITHDRAWN::equals)).hasSize(5);
        assertThat(stored()).isZero();
    }

    @Test
    void whatWasSaidAboutTheVideosOfSomebodyWhoIsGoneGoesToo() {
        published("Trains");
        var id = comment("Nice").json().path("id").asString();

        var found = new ArrayList<Integer>();
        do {
            found.add(Objects.requireNonNull(transactions.execute(_ -> data.erase(alice.account(), 10))));
        } while (found.getLast() > 0);

        assertThat(found).containsExactly(2, 1, 0);
        assertThat(state(id)).isEqualTo("deleted");
        assertThat(stored()).isZero();
    }

    @Test
    void anEventAboutAVideoOfWhichNothingIsKnownHarmsNothing() {
        send(VideoWithdrawn.newBuilder()
                .setVideo(video.value())
                .setOwner(alice.account().value())
                .setVisibility("private")
                .build());
        assertThat(list(bob)).isEqualTo(404);

        var other = new VideoId(ids.next());
        send(VideoDeleted.newBuilder().setVideo(other.value()).build());
        assertThat(http.get("/api/v1/videos/" + other + "/comments", bob).status())
                .isEqualTo(404);
    }

    @Test
    void publicCardsAreKeptAndOthersAskedForEachTime() {
        var hidden = video(alice, "private");
        var both = List.of(video, hidden);
        assertThat(cards.of(both, Optional.of(bob.account()))).containsOnlyKeys(video);
        assertThat(cards.of(both, Optional.of(alice.account()))).containsOnlyKeys(video, hidden);

        var before = shelf.calls();
        cards.of(List.of(video), Optional.empty());
        assertThat(shelf.calls()).isEqualTo(before);
        assertThat(cards.of(both, Optional.empty())).containsOnlyKeys(video);
    }

    @Test
    void whileTheVideoServiceIsAwayPublicVideosAreShownAsFarAsKnown() {
        published("Trains");
        shelf.away(true);
        try {
            var card = cards.of(List.of(video, new VideoId(1)), Optional.of(bob.account()));
            assertThat(card).containsOnlyKeys(video);
            assertThat(card.values()).allSatisfy(shown -> {
                assertThat(shown.title()).isEqualTo("Trains");
                assertThat(shown.poster()).isNull();
            });
            assertThat(list(bob)).isEqualTo(200);
            assertThat(comment("Nice").status()).isEqualTo(201);
            assertThat(http.get("/api/v1/videos/" + new VideoId(ids.next()) + "/comments", bob)
                            .status())
                    .isEqualTo(404);
        } finally {
            shelf.away(false);
            clock.advance(Duration.ofSeconds(3));
        }
    }

    private void published(String title) {
        send(VideoPublished.newBuilder()
                .setVideo(video.value())
                .setOwner(alice.account().value())
                .setTitle(title)
                .setPublishedOrder(order)
                .build());
    }

    private void withdrawn(String visibility) {
        send(VideoWithdrawn.newBuilder()
                .setVideo(video.value())
                .setOwner(alice.account().value())
                .setVisibility(visibility)
                .build());
    }

    private Answer comment(String text) {
        return http.post("/api/v1/posts", bob, "{\"text\":\"%s\",\"commentOn\":\"%s\"}".formatted(text, video));
    }

    private int list(Person viewer) {
        return http.get("/api/v1/videos/" + video + "/comments", viewer).status();
    }

    private String announcement() {
        return jdbc.sql("SELECT id FROM social.post WHERE root_video_id = ? AND kind = 'announcement'")
                .param(video.value())
                .query((row, _) -> new PostId(row.getLong(1)).toString())
                .single();
    }

    private String state(String post) {
        return jdbc.sql("SELECT state FROM social.post WHERE id = ?")
                .param(PostId.parse(post).value())
                .query(String.class)
                .single();
    }

    private int stored() {
        return jdbc.sql("SELECT count(*) FROM social.video WHERE id = ?")
                .param(video.value())
                .query(Integer.class)
                .single();
    }

    private List<PostPublished> told() throws InvalidProtocolBufferException {
        var found = new ArrayList<PostPublished>();
        var payloads = jdbc.sql("""
                SELECT payload FROM social.outbox
                 WHERE ordering_key = ? AND event_type = 'socialflow.social.v1.PostPublished' ORDER BY position
                """)
                .param(alice.account().value())
                .query((row, _) -> row.getBytes(1))
                .list();
        for (var payload : payloads) {
            found.add(PostPublished.parseFrom(payload));
        }
        return found;
    }

    /** Hands the event to whoever subscribed to its type, in a transaction, as the platform does. */
    private void send(Message event) {
        transactions.executeWithoutResult(_ -> events.subscribe(new Subscriptions() {
            @Override
            @SuppressWarnings("unchecked")
            public <E extends Message> Subscriptions event(E type, Consumer<E> effect) {
                if (type.getClass().equals(event.getClass())) {
                    effect.accept((E) event);
                }
                return this;
            }
        }));
    }
}
