package com.socialflow.social.posts;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.PostId;
import com.socialflow.social.SocialServiceTest;
import org.junit.jupiter.api.Test;

class PostsTest extends SocialServiceTest {

    @Test
    void whatIsPublishedIsThereForEverybody() {
        var made = http.post("/api/v1/posts", alice, "{\"text\":\"Hello #World, see https://example.org/a?b=c.\"}");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var id = made.json().path("id").asString();
        assertThat(made.header("Location")).contains("/api/v1/posts/" + id);
        var seen = http.get("/api/v1/posts/" + id, null);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.json().at("/author/displayName").asString()).isEqualTo("alice");
        assertThat(seen.json().at("/counts/likes").asInt()).isZero();
        assertThat(seen.json().path("viewer").isMissingNode()).isTrue();
        assertThat(seen.json().path("entities")).hasSize(2);
        assertThat(seen.json().at("/entities/0/tag").asString()).isEqualTo("world");
        assertThat(seen.json().at("/entities/1/url").asString()).isEqualTo("https://example.org/a?b=c");
        assertThat(http.get("/api/v1/posts/" + id, bob).json().at("/viewer/mayReply").asBoolean()).isTrue();
        assertThat(events(alice.account())).containsExactly("socialflow.social.v1.PostPublished");
    }

    @Test
    void whatIsDeletedIsGone() {
        var id = post(alice, "Soon gone");

        assertThat(http.delete("/api/v1/posts/" + id, bob).status()).isEqualTo(403);
        assertThat(http.delete("/api/v1/posts/" + id, alice).status()).isEqualTo(204);
        assertThat(http.delete("/api/v1/posts/" + id, alice).status()).isEqualTo(404);
        assertThat(http.get("/api/v1/posts/" + id, alice).status()).isEqualTo(404);
        assertThat(events(alice.account()))
                .containsExactly("socialflow.social.v1.PostPublished", "socialflow.social.v1.PostWithdrawn");
    }

    private PostId post(com.socialflow.social.Person by, String text) {
        var made = http.post("/api/v1/posts", by, "{\"text\":\"" + text + "\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return PostId.parse(made.json().path("id").asString());
    }
}
