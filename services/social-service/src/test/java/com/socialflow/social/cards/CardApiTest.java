package com.socialflow.social.cards;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.PostId;
import com.socialflow.social.PostsSteps;
import com.socialflow.testkit.HostileServer;
import com.socialflow.testkit.Pictures;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class CardApiTest extends PostsSteps {

    /** The one address of this machine that tests say is public. */
    private static final String STRANGER = "127.0.0.77";

    private final HostileServer server = new HostileServer(STRANGER);

    @Autowired
    private Cards cards;

    @Autowired
    private CardResults results;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPostShowsWhatItsFirstLinkLeadsTo() throws Exception {
        picture("/picture.png");
        server.page("/page", """
                <title>Trains</title><meta property="og:description" content="All of them">
                <meta property="og:image" content="/picture.png">""");

        var post = post(alice, "See");
        link(post, at("/page"), at("/other"));

        var card = card(post);
        assertThat(card.path("title").asString()).isEqualTo("Trains");
        assertThat(card.path("description").asString()).isEqualTo("All of them");
        assertThat(card.path("url").asString()).isEqualTo(at("/page"));
        assertThat(card.path("site").asString()).isEqualTo(STRANGER);
        var image = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(http.uri(card.path("image").asString()))
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(image.statusCode()).as(card.toString()).isEqualTo(200);
        assertThat(Pictures.read(image.body()).getWidth()).isEqualTo(640);
        assertThat(server.requests()).noneMatch(request -> request.contains("/other"));
        assertThat(server.requests().getFirst()).contains("User-Agent: SocialFlow/");
    }

    @Test
    void whatPeopleWriteAsALinkIsFollowed() {
        var post = post(alice, "See https://Bücher.invalid/ä, and https://other.invalid/");

        cards.follow(post);

        assertThat(jdbc.sql("SELECT url FROM social.card JOIN social.post_card ON card_id = id WHERE post_id = ?")
                        .param(post.value())
                        .query(String.class)
                        .list())
                .containsExactly("https://xn--bcher-kva.invalid/%C3%A4");
    }

    @Test
    void whoIsMentionedBesideTheLinkIsNoObstacle() {
        var post = post(alice, "For %s and #readers: https://mentioned.invalid/".formatted(at("bob", bob)));

        cards.follow(post);

        assertThat(jdbc.sql("SELECT url FROM social.card JOIN social.post_card ON card_id = id WHERE post_id = ?")
                        .param(post.value())
                        .query(String.class)
                        .list())
                .containsExactly("https://mentioned.invalid/");
    }

    @Test
    void aPageIsAskedOnceForAllPostsOfAWeek() {
        server.page("/once", "<title>Once</title>");
        card(posted(at("/once")));

        card(posted(at("/once")));
        assertThat(server.requests()).hasSize(1);

        clock.advance(Cards.KEPT);
        posted(at("/once"));
        eventually("asked again", () -> server.requests().size() == 2);
    }

    @Test
    void aFailureIsRememberedForADay() {
        var first = posted(at("/missing"));
        settled(first);
        settled(posted(at("/missing")));
        assertThat(server.requests()).hasSize(1);
        assertThat(read(first, null).path("card").isMissingNode()).isTrue();

        server.page("/missing", "<title>Found</title>");
        clock.advance(Cards.FAILURE_KEPT);
        assertThat(card(posted(at("/missing"))).path("title").asString()).isEqualTo("Found");
        assertThat(card(first).path("title").asString()).isEqualTo("Found");
    }

    @Test
    void editingThePostChangesTheCard() {
        server.page("/a", "<title>A</title>").page("/b", "<title>B</title>");
        var post = posted(at("/a"));
        card(post);

        link(post, at("/b"));
        eventually(
                "the card is of B",
                () -> read(post, null).at("/card/title").asString().equals("B"));
        link(post);
        assertThat(read(post, null).path("card").isMissingNode()).isTrue();
    }

    @Test
    void aPictureThatIsNoneLeavesTheCard() {
        server.on("/fake.png", "HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Length: 5\n\n<svg>");
        server.page("/page", "<title>Page</title><meta property=og:image content='/fake.png'>");

        var card = card(posted(at("/page")));

        assertThat(card.path("title").asString()).isEqualTo("Page");
        assertThat(card.path("image").isMissingNode()).isTrue();
    }

    @Test
    void nobodyInsideIsAsked() {
        try (var secret = new HostileServer("127.0.0.1")) {
            secret.page("/", "<title>Secret</title>");
            var inside = "http://127.0.0.1:" + secret.port() + "/";
            server.redirect("/there", inside);
            server.page("/page", "<title>Page</title><meta property=og:image content='" + inside + "'>");

            settled(posted(inside));
            settled(posted(at("/there")));
            assertThat(card(posted(at("/page"))).path("image").isMissingNode()).isTrue();
            assertThat(secret.requests()).isEmpty();
        }
    }

    @Test
    void whatNoPostShowsGoesWithItsPicture() throws Exception {
        picture("/picture.png");
        server.page("/page", "<title>Page</title><meta property=og:image content='/picture.png'>");
        var post = posted(at("/page"));
        var image = card(post).path("image").asString();

        results.sweep();
        assertThat(status(image)).isEqualTo(200);
        cards.forget(post);
        clock.advance(Cards.KEPT.plus(Duration.ofSeconds(1)));
        results.sweep();

        eventually("the picture is gone", () -> status(image) == 404);
    }

    @Test
    void whatKillsProcessesIsLeftAlone() {
        var post = new PostId(ids.next());
        jdbc.sql("""
                INSERT INTO social.card (id, url, state, next_at, attempts, settled_at)
                VALUES (?, ?, 'waiting', ?, 3, ?)
                """)
                .param(post.value())
                .param(at("/deadly"))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();

        settled(posted(at("/deadly")));

        assertThat(server.requests()).isEmpty();
    }

    private String at(String path) {
        return "http://" + STRANGER + ":" + server.port() + path;
    }

    private void picture(String path) {
        var file = Pictures.file(Pictures.quarters(1_280, 640), "png");
        server.on(path, out -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: " + file.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(file);
        });
    }

    /** A post whose first link is that; addresses without a name are no links where people write them. */
    private PostId posted(String url) {
        var post = post(alice, "See");
        link(post, url);
        return post;
    }

    /** As after an edit. The event comes as itself: no Kafka carries it in these tests. */
    private void link(PostId post, String... urls) {
        var links = Stream.of(urls)
                .map(url -> "{\"type\":\"link\",\"start\":0,\"end\":3,\"url\":\"" + url + "\"}")
                .collect(Collectors.joining(","));
        jdbc.sql("UPDATE social.post SET entities = CAST(? AS jsonb) WHERE id = ?")
                .param("[" + links + "]")
                .param(post.value())
                .update();
        cards.follow(post);
    }

    private JsonNode card(PostId post) {
        eventually("the card is there", () -> !read(post, null).path("card").isMissingNode());
        return read(post, null).path("card");
    }

    private void settled(PostId post) {
        eventually(
                "fetching failed",
                () -> jdbc.sql("""
                        SELECT c.state = 'failed' AND c.next_at IS NULL
                          FROM social.post_card p JOIN social.card c ON c.id = p.card_id WHERE p.post_id = ?
                        """).param(post.value()).query(Boolean.class).single());
    }

    private int status(String path) {
        return http.get(path, null).status();
    }
}
