package com.socialflow.social.polls;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.PostId;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class PollApiTest extends SocialServiceTest {

    @Autowired
    private PollEnds ends;

    @Autowired
    private Votes votes;

    @Test
    void resultsAreToldToWhoVotedAndToTheAuthor() {
        var id = poll(alice, false, "Tea", "Coffee");

        assertThat(poll(id, bob).at("/options/0/votes").isMissingNode()).isTrue();
        assertThat(poll(id, null).at("/options/0/votes").isMissingNode()).isTrue();
        assertThat(poll(id, alice).at("/options/0/votes").asInt(-1)).isZero();

        var voted = vote(id, bob, "1");
        assertThat(voted.status()).as(voted.body()).isEqualTo(200);
        for (var seen : List.of(voted.json(), poll(id, bob))) {
            assertThat(seen.at("/options/0/votes").asInt(-1)).isZero();
            assertThat(seen.at("/options/1/votes").asInt()).isEqualTo(1);
            assertThat(seen.at("/chosen/0").asInt(-1)).isEqualTo(1);
            assertThat(seen.path("voters").asInt()).isEqualTo(1);
        }
        var other = poll(id, person("carol"));
        assertThat(other.at("/options/1/votes").isMissingNode()).isTrue();
        assertThat(other.path("voters").asInt()).isEqualTo(1);
    }

    @Test
    void aVoteStaysAsItWasGiven() {
        var id = poll(alice, false, "Tea", "Coffee");
        vote(id, bob, "0");

        refused(vote(id, bob, "1"), 409, "voted-already");
        refused(vote(id, bob, "0"), 409, "voted-already");
        assertThat(poll(id, bob).at("/options/0/votes").asInt()).isEqualTo(1);
    }

    @Test
    void takesSeveralChoicesWhereItSaysSo() {
        var many = poll(alice, true, "Tea", "Coffee", "Water");

        assertThat(vote(many, bob, "0,2").status()).isEqualTo(200);
        var seen = poll(many, bob);
        assertThat(seen.path("votes").asInt()).isEqualTo(2);
        assertThat(seen.path("voters").asInt()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoChoice() {
        var one = poll(alice, false, "Tea", "Coffee");
        var many = poll(alice, true, "Tea", "Coffee");

        for (var choices : List.of("", "0,1", "2", "-1", "null", "0,0")) {
            refused(vote(one, bob, choices), 422, "invalid");
        }
        refused(vote(many, bob, "0,0"), 422, "invalid");
        refused(vote(many, bob, "0,2"), 422, "invalid");
        refused(http.post("/api/v1/posts/" + one + "/poll/votes", bob, "{}"), 422, "invalid");
        assertThat(http.post("/api/v1/posts/" + one + "/poll/votes", bob, "{\"choices\":[\"x\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(poll(one, alice).path("voters").asInt()).isZero();
    }

    @Test
    void nobodyVotesForTheirOwnOrForWhatTheyDoNotSee() {
        var id = poll(alice, false, "Tea", "Coffee");
        var hidden = http.post(
                        "/api/v1/posts",
                        alice,
                        body(false, 3_600, "Tea", "Coffee")
                                .replace("\"text\"", "\"visibility\":\"followers\",\"text\""))
                .json()
                .path("id")
                .asString();

        refused(vote(id, alice, "0"), 403, "forbidden");
        refused(vote(PostId.parse(hidden), bob, "0"), 404, "poll-not-found");
        refused(vote(new PostId(ids.next()), bob, "0"), 404, "poll-not-found");
        refused(vote(id, null, "0"), 401, "authentication-required");
        var plain = http.post("/api/v1/posts", alice, "{\"text\":\"No poll\"}")
                .json()
                .path("id");
        refused(vote(PostId.parse(plain.asString()), bob, "0"), 404, "poll-not-found");
    }

    @Test
    void manyVotersAtOnceAreCountedExactly() throws Exception {
        var id = poll(alice, false, "Tea", "Coffee");
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var voters = new ArrayList<Thread>();
        for (var i = 0; i < 16; i++) {
            var voter = person("voter");
            var choice = String.valueOf(i % 2);
            // Each twice at once: one of the two counts.
            for (var twice = 0; twice < 2; twice++) {
                voters.add(Thread.ofVirtual()
                        .start(() -> statuses.add(vote(id, voter, choice).status())));
            }
        }
        for (var voter : voters) {
            voter.join();
        }

        assertThat(statuses).hasSize(32).containsOnly(200, 409);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(16);
        var seen = poll(id, alice);
        assertThat(seen.at("/options/0/votes").asInt()).isEqualTo(8);
        assertThat(seen.at("/options/1/votes").asInt()).isEqualTo(8);
        assertThat(seen.path("voters").asInt()).isEqualTo(16);
    }

    @Test
    void itsEndIsToldOnceAndShowsAllToAll() throws Exception {
        var id = poll(alice, false, "Tea", "Coffee");
        vote(id, bob, "0");

        clock.advance(Duration.ofSeconds(3_600));
        assertThat(poll(id, null).path("ended").asBoolean()).isTrue();
        refused(vote(id, person("late"), "1"), 409, "poll-over");
        var rounds = new ArrayList<Thread>();
        for (var i = 0; i < 4; i++) {
            rounds.add(Thread.ofVirtual().start(ends::end));
        }
        for (var round : rounds) {
            round.join();
        }
        ends.end();

        assertThat(events(alice.account()))
                .containsExactly("socialflow.social.v1.PostPublished", "socialflow.social.v1.PollEnded");
        assertThat(poll(id, null).at("/options/0/votes").asInt()).isEqualTo(1);
    }

    @Test
    void nothingIsToldOfADeletedOne() {
        var id = poll(alice, false, "Tea", "Coffee");
        vote(id, bob, "0");

        http.delete("/api/v1/posts/" + id, alice);
        clock.advance(Duration.ofSeconds(3_600));
        ends.end();

        assertThat(events(alice.account())).doesNotContain("socialflow.social.v1.PollEnded");
        assertThat(jdbc.sql("SELECT count(*) FROM social.poll_vote WHERE post_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void votesOfWhoIsGoneVanish() {
        var first = poll(alice, true, "Tea", "Coffee");
        var second = poll(alice, false, "Tea", "Coffee");
        vote(first, bob, "0,1");
        vote(second, bob, "1");
        vote(first, person("carol"), "0");

        assertThat(votes.withdraw(bob.account(), 1)).isEqualTo(1);
        assertThat(votes.withdraw(bob.account(), 10)).isEqualTo(1);
        assertThat(votes.withdraw(bob.account(), 10)).isZero();

        assertThat(poll(first, alice).path("voters").asInt()).isEqualTo(1);
        assertThat(poll(first, alice).path("votes").asInt()).isEqualTo(1);
        assertThat(poll(second, alice).path("voters").asInt()).isZero();
    }

    @Test
    void refusesPollsOutOfMeasure() {
        refused(http.post("/api/v1/posts", alice, body(false, 299, "Tea", "Coffee")), 422, "invalid");
        refused(http.post("/api/v1/posts", alice, body(false, 30 * 86_400 + 1, "Tea", "Coffee")), 422, "invalid");
        refused(http.post("/api/v1/posts", alice, body(false, 3_600, "Tea")), 422, "invalid");
        refused(
                http.post("/api/v1/posts", alice, body(false, 3_600, "a", "b", "c", "d", "e", "f", "g")),
                422,
                "invalid");
        refused(http.post("/api/v1/posts", alice, body(false, 3_600, "Tea", "Tea")), 422, "invalid");
        refused(http.post("/api/v1/posts", alice, body(false, 3_600, "Tea", "x".repeat(81))), 422, "invalid");
    }

    private PostId poll(Person author, boolean multiple, String... options) {
        var made = http.post("/api/v1/posts", author, body(multiple, 3_600, options));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return PostId.parse(made.json().path("id").asString());
    }

    private static String body(boolean multiple, int seconds, String... options) {
        return "{\"text\":\"Which?\",\"poll\":{\"options\":[\"%s\"],\"multiple\":%s,\"durationSeconds\":%d}}"
                .formatted(String.join("\",\"", options), multiple, seconds);
    }

    private JsonNode poll(PostId id, @Nullable Person viewer) {
        return http.get("/api/v1/posts/" + id, viewer).json().path("poll");
    }

    private Answer vote(PostId id, @Nullable Person voter, String choices) {
        return http.post("/api/v1/posts/" + id + "/poll/votes", voter, "{\"choices\":[" + choices + "]}");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
