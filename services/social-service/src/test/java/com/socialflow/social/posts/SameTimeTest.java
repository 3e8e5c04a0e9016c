package com.socialflow.social.posts;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.social.PostsSteps;
import com.socialflow.testkit.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What happens at the same time comes out as if one had come first. */
class SameTimeTest extends PostsSteps {

    private static final int ROUNDS = 12;

    @Test
    void aReplyToWhatIsBeingDeletedIsThereOrIsNot() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var root = post(alice, "First");
            var answers = atOnce(
                    () -> http.delete(POSTS + "/" + root, alice),
                    () -> http.post(POSTS, bob, "{\"text\":\"Second\",\"replyTo\":\"%s\"}".formatted(root)));

            assertThat(answers.getFirst().status()).isEqualTo(204);
            var replied = answers.getLast();
            assertThat(replied.status()).as(replied.body()).isIn(201, 404);
            var counted = jdbc.sql("SELECT count(*) FROM social.post WHERE reply_to_id = ?")
                    .param(root.value())
                    .query(Integer.class)
                    .single();
            assertThat(counted).isEqualTo(replied.status() == 201 ? 1 : 0);
        }
    }

    @Test
    void anEditOfWhatIsBeingDeletedLeavesNothing() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var id = post(alice, "One");
            var answers = atOnce(
                    () -> http.delete(POSTS + "/" + id, alice),
                    () -> http.patch(POSTS + "/" + id, alice, "{\"text\":\"Two #two\"}"));

            assertThat(answers.getFirst().status()).isEqualTo(204);
            assertThat(answers.getLast().status()).isIn(200, 404);
            assertThat(jdbc.sql("""
                    SELECT text || state FROM social.post WHERE id = ?
                     UNION ALL SELECT text FROM social.post_version WHERE post_id = ?
                     UNION ALL SELECT tag FROM social.post_tag WHERE post_id = ?
                    """)
                            .param(id.value())
                            .param(id.value())
                            .param(id.value())
                            .query(String.class)
                            .list())
                    .containsExactly("deleted");
        }
    }

    @Test
    void onlyOneOfTwoEditsOfTheSameVersionHappens() throws Exception {
        var id = post(alice, "One");
        var answers = atOnce(
                () -> http.patch(POSTS + "/" + id, alice, "{\"text\":\"Two\"}", "If-Match", "\"1\""),
                () -> http.patch(POSTS + "/" + id, alice, "{\"text\":\"Three\"}", "If-Match", "\"1\""));

        assertThat(answers).extracting(Http.Answer::status).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void likesAtTheSameTimeAreCountedExactly() throws Exception {
        var id = post(alice, "Good");
        List<Callable<Http.Answer>> requests = new ArrayList<>();
        for (var number = 0; number < 4; number++) {
            var person = person("p" + number);
            requests.add(() -> react("like", id, person));
            requests.add(() -> react("like", id, person));
            requests.add(() -> takeBack("like", id, person));
        }

        assertThat(atOnce(requests)).extracting(Http.Answer::status).containsOnly(204);

        var rows = jdbc.sql("SELECT count(*) FROM social.post_like WHERE post_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
        assertThat(read(id, null).at("/counts/likes").asInt()).isEqualTo(rows);
    }

    @Test
    void atMostThreeAreEverPinned() throws Exception {
        List<Callable<Http.Answer>> requests = new ArrayList<>();
        for (var number = 0; number < 6; number++) {
            var id = post(alice, "p" + number);
            requests.add(() -> react("pin", id, alice));
        }

        assertThat(atOnce(requests))
                .extracting(Http.Answer::status)
                .containsExactlyInAnyOrder(204, 204, 204, 422, 422, 422);
    }

    @SafeVarargs
    private static List<Http.Answer> atOnce(Callable<Http.Answer>... requests) throws Exception {
        return atOnce(List.of(requests));
    }

    private static List<Http.Answer> atOnce(List<Callable<Http.Answer>> requests) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Http.Answer>();
            for (var answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
