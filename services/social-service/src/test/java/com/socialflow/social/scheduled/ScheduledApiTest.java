package com.socialflow.social.scheduled;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.PostsSteps;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import com.socialflow.testkit.Pictures;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ScheduledApiTest extends PostsSteps {

    private static final String SCHEDULED = "/api/v1/me/scheduled";

    @Autowired
    private Publishing publishing;

    @Test
    void aPostComesAtItsHourAndOnce() throws Exception {
        var path = scheduled(alice, "{\"text\":\"Later #soon\"}", Duration.ofHours(1));
        assertThat(http.get(path, alice).json().path("state").asString()).isEqualTo("waiting");
        assertThat(published(alice)).isEmpty();

        clock.advance(Duration.ofMinutes(59));
        publishing.publishDue();
        assertThat(published(alice)).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        var rounds = new ArrayList<Thread>();
        for (var i = 0; i < 4; i++) {
            rounds.add(Thread.ofVirtual().start(publishing::publishDue));
        }
        for (var round : rounds) {
            round.join();
        }
        clock.advance(Duration.ofMinutes(10));
        publishing.publishDue();

        assertThat(published(alice)).hasSize(1);
        assertThat(read(published(alice).getFirst(), bob).path("text").asString())
                .isEqualTo("Later #soon");
        assertThat(events(alice.account())).containsExactly("socialflow.social.v1.PostPublished");
        assertThat(http.get(path, alice).status()).isEqualTo(404);
    }

    /** As after kill -9 of whoever took it: the lease runs out, and whoever comes next does all of it. */
    @Test
    void whatDiesWithItsPublisherIsPublishedByAnother() {
        var path = scheduled(alice, "{\"text\":\"Survivor\"}", Duration.ofHours(1));
        clock.advance(Duration.ofHours(1));
        jdbc.sql("UPDATE social.scheduled_post SET attempts = 1, next_at = ? WHERE owner_id = ?")
                .param(clock.instant().plusSeconds(60).atOffset(ZoneOffset.UTC))
                .param(alice.account().value())
                .update();

        publishing.publishDue();
        assertThat(http.get(path, alice).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        publishing.publishDue();

        assertThat(published(alice)).hasSize(1);
    }

    @Test
    void twoWhoPublishTheSameAtOncePublishOne() throws Exception {
        var path = scheduled(alice, "{\"text\":\"One\"}", Duration.ofHours(1));
        var statuses = Collections.synchronizedList(new ArrayList<Integer>());
        var tries = new ArrayList<Thread>();
        for (var i = 0; i < 6; i++) {
            tries.add(Thread.ofVirtual()
                    .start(() -> statuses.add(
                            http.post(path + "/publication", alice, "{}").status())));
        }
        for (var one : tries) {
            one.join();
        }

        assertThat(statuses)
                .containsOnlyOnce(201)
                .allMatch(status -> List.of(201, 404, 409).contains(status));
        assertThat(published(alice)).hasSize(1);
    }

    @Test
    void itsOwnerChangesItDeletesItAndPublishesItNow() {
        var path = scheduled(alice, "{\"text\":\"Before\",\"sensitive\":true}", Duration.ofHours(1));
        var later = clock.instant().plus(Duration.ofDays(2)).toString();

        var edited =
                http.patch(path, alice, "{\"text\":\"After\",\"sensitive\":null,\"scheduledAt\":\"" + later + "\"}");
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(edited.json().at("/post/text").asString()).isEqualTo("After");
        assertThat(edited.json().at("/post/sensitive").isMissingNode()).isTrue();
        assertThat(edited.json().path("publishAt").asString()).isEqualTo(later);
        clock.advance(Duration.ofHours(1));
        publishing.publishDue();
        assertThat(published(alice)).isEmpty();

        var now = http.post(path + "/publication", alice, "{}");
        assertThat(now.status()).as(now.body()).isEqualTo(201);
        assertThat(now.json().path("text").asString()).isEqualTo("After");
        assertThat(http.post(path + "/publication", alice, "{}").status()).isEqualTo(404);

        var other = scheduled(alice, "{\"text\":\"Never\"}", Duration.ofHours(1));
        assertThat(http.delete(other, alice).status()).isEqualTo(204);
        clock.advance(Duration.ofHours(2));
        publishing.publishDue();
        assertThat(published(alice)).hasSize(1);
    }

    @Test
    void aFailureIsToldWithItsReasonAndCanBeMended() {
        var answered = post(bob, "A question");
        var path = scheduled(alice, "{\"text\":\"An answer\",\"replyTo\":\"" + answered + "\"}", Duration.ofHours(1));
        http.delete(POSTS + "/" + answered, bob);
        clock.advance(Duration.ofHours(1));

        publishing.publishDue();

        var failed = http.get(path, alice).json();
        assertThat(failed.path("state").asString()).isEqualTo("failed");
        assertThat(failed.at("/reason/code").asString()).isEqualTo("post-not-found");
        assertThat(failed.at("/reason/sentence").asString()).isNotEmpty();
        assertThat(published(alice)).isEmpty();
        assertThat(http.get(SCHEDULED, alice).json().path("items")).hasSize(1);

        refused(http.patch(path, alice, "{\"replyTo\":null}"), 422, "invalid");
        var hour = clock.instant().plus(Duration.ofHours(1));
        var mended = http.patch(path, alice, "{\"replyTo\":null,\"scheduledAt\":\"" + hour + "\"}");
        assertThat(mended.json().path("state").asString()).as(mended.body()).isEqualTo("waiting");
        clock.advance(Duration.ofHours(1));
        publishing.publishDue();
        assertThat(published(alice)).hasSize(1);
    }

    @Test
    void whoeverIsHiddenSaysNothing() {
        var account = new AccountId(ids.next());
        var ghost = new Person(account, () -> tokens.of(account));
        var id = new ScheduledId(ids.next());
        jdbc.sql("""
                INSERT INTO social.person (account_id, username, display_name, hidden, told_at)
                VALUES (?, ?, 'Ghost', true, now())
                """).param(account.value()).param("ghost" + account).update();
        jdbc.sql("""
                INSERT INTO social.scheduled_post (id, owner_id, content, publish_at, next_at, created_at, updated_at)
                VALUES (?, ?, '{"text":"From beyond"}', ?, ?, now(), now())
                """)
                .param(id.value())
                .param(account.value())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();

        publishing.publishDue();
        var path = SCHEDULED + "/" + id;
        assertThat(http.get(path, ghost).json().path("state").asString()).isEqualTo("waiting");
        clock.advance(Publishing.LATE_MAX.plus(Duration.ofHours(1)));
        publishing.publishDue();

        assertThat(http.get(path, ghost).json().at("/reason/code").asString()).isEqualTo("not-possible");
        assertThat(published(ghost)).isEmpty();
    }

    @Test
    void itsPicturesWaitWithIt() {
        var image = http.send(
                        "POST",
                        "/api/v1/me/images",
                        alice,
                        BodyPublishers.ofByteArray(Pictures.file(Pictures.quarters(40, 20), "png")))
                .json();
        var path = scheduled(
                alice,
                "{\"text\":\"Look\",\"images\":[\"%s\"]}"
                        .formatted(image.path("id").asString()),
                Duration.ofDays(3));
        assertThat(http.get(path, alice).json().at("/images/0/url").asString())
                .isEqualTo(image.path("url").asString());

        clock.advance(Duration.ofDays(3));
        publishing.publishDue();

        assertThat(read(published(alice).getFirst(), bob).path("images")).hasSize(1);
    }

    @Asvs("V8.2.2")
    @Test
    void isForItsOwnerAlone() {
        var path = scheduled(alice, "{\"text\":\"Hers\"}", Duration.ofHours(1));

        assertThat(http.get(path, bob).status()).isEqualTo(404);
        assertThat(http.patch(path, bob, "{\"text\":\"His\"}").status()).isEqualTo(404);
        assertThat(http.delete(path, bob).status()).isEqualTo(404);
        assertThat(http.post(path + "/publication", bob, "{}").status()).isEqualTo(404);
        assertThat(http.get(path, null).status()).isEqualTo(401);
        assertThat(http.get(SCHEDULED, bob).json().path("items")).isEmpty();
        assertThat(http.get(path, alice).body()).contains("Hers");
    }

    @Test
    void refusesHoursOutOfMeasure() {
        for (var hour : new Duration[] {
            Duration.ofMinutes(-1), Duration.ofMinutes(4), Duration.ofDays(365).plusMinutes(1)
        }) {
            refused(
                    schedule(
                            alice,
                            "{\"text\":\"x\"}",
                            clock.instant().plus(hour).toString()),
                    422,
                    "invalid");
        }
        refused(schedule(alice, "{\"text\":\"x\"}", "tomorrow"), 422, "invalid");
        refused(
                schedule(
                        alice,
                        "{\"text\":\"\"}",
                        clock.instant().plus(Duration.ofHours(1)).toString()),
                422,
                "invalid");
    }

    @Test
    void threeHundredWaitAndNoMore() {
        for (var i = 0; i < ScheduledPosts.WAITING_MAX; i++) {
            jdbc.sql("INSERT INTO social.scheduled_post (id, owner_id, content, publish_at, created_at, updated_at)"
                            + " VALUES (?, ?, '{\"text\":\"x\"}', now(), now(), now())")
                    .param(ids.next())
                    .param(alice.account().value())
                    .update();
        }

        refused(
                schedule(
                        alice,
                        "{\"text\":\"x\"}",
                        clock.instant().plus(Duration.ofHours(1)).toString()),
                422,
                "too-many-scheduled");
    }

    private String scheduled(Person by, String body, Duration ahead) {
        var answer = schedule(by, body, clock.instant().plus(ahead).toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return SCHEDULED + "/" + answer.json().path("id").asString();
    }

    private Answer schedule(Person by, String body, String hour) {
        return http.post(POSTS, by, "{\"scheduledAt\":\"" + hour + "\"," + body.substring(1));
    }

    private List<PostId> published(Person by) {
        return jdbc.sql("SELECT id FROM social.post WHERE author_id = ? AND state = 'published'")
                .param(by.account().value())
                .query((row, _) -> new PostId(row.getLong(1)))
                .list();
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
