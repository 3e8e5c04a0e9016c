package com.socialflow.social.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MessageApiTest extends SocialServiceTest {

    private static final String PATH = "/api/v1/conversations";

    private void follows(Person follower, Person followed) {
        jdbc.sql("INSERT INTO social.follow (follower_id, followed_id, position) VALUES (?, ?, ?)")
                .param(follower.account().value())
                .param(followed.account().value())
                .param(ids.next())
                .update();
    }

    private void blocks(Person blocker, Person blocked) {
        jdbc.sql("INSERT INTO social.block (blocker_id, blocked_id, position) VALUES (?, ?, ?)")
                .param(blocker.account().value())
                .param(blocked.account().value())
                .param(ids.next())
                .update();
    }

    private Answer begin(Person writer, String text, Person... others) {
        var members =
                Stream.of(others).map(other -> "\"" + other.account() + "\"").collect(Collectors.joining(","));
        return http.post(PATH, writer, "{\"members\":[%s],\"text\":\"%s\"}".formatted(members, text));
    }

    private String begun(Person writer, String text, Person... others) {
        var answer = begin(writer, text, others);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private Answer say(Person writer, String conversation, String text) {
        return http.post(PATH + "/" + conversation + "/messages", writer, "{\"text\":\"%s\"}".formatted(text));
    }

    private Answer put(String path, Person who, String... body) {
        var publisher = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofString(body[0]);
        return http.send("PUT", path, who, publisher, "Content-Type", "application/json");
    }

    private List<String> list(Person who, String filter) {
        return items(http.get(PATH + "?filter=" + filter, who).json(), "id");
    }

    private List<String> texts(Person who, String conversation) {
        return items(http.get(PATH + "/" + conversation + "/messages", who).json(), "text");
    }

    private static List<String> items(JsonNode page, String member) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path(member).asString(""))
                .toList();
    }

    @Test
    void twoHaveOneConversationWhoeverBeginsIt() {
        follows(alice, bob);
        follows(bob, alice);

        var id = begun(alice, "Hello", bob);
        assertThat(begun(bob, "Hello yourself", alice)).isEqualTo(id);

        assertThat(texts(alice, id)).containsExactly("Hello yourself", "Hello");
        assertThat(list(bob, "accepted")).containsExactly(id);
        assertThat(http.get(PATH + "/unread", alice).json().path("count").asInt())
                .isEqualTo(1);
    }

    @Test
    void aStrangerAsksAndIsHeardOnceAccepted() {
        var id = begun(alice, "You do not know me", bob);

        assertThat(list(bob, "requests")).containsExactly(id);
        assertThat(list(bob, "accepted")).isEmpty();
        assertThat(say(alice, id, "Still here").status()).isEqualTo(201);
        assertThat(say(alice, id, "And now").status()).isEqualTo(201);
        assertThat(say(alice, id, "One too many").code()).isEqualTo("awaiting-acceptance");

        assertThat(put(PATH + "/" + id + "/acceptance", bob).status()).isEqualTo(204);
        assertThat(list(bob, "accepted")).containsExactly(id);
        assertThat(say(alice, id, "Thank you").status()).isEqualTo(201);
    }

    @Test
    void whoeverDeclinesIsLeftInPeaceAndTheOtherIsNotTold() {
        var id = begun(alice, "You do not know me", bob);

        assertThat(http.delete(PATH + "/" + id, bob).status()).isEqualTo(204);
        assertThat(say(alice, id, "Anybody there").status()).isEqualTo(201);

        assertThat(list(bob, "requests")).isEmpty();
        assertThat(list(bob, "accepted")).isEmpty();
        assertThat(http.get(PATH + "/" + id, alice).json().path("state").asString())
                .isEqualTo("member");
    }

    @Test
    void nobodyWritesToWhoBlocksThemOrWantsNoMessages() {
        blocks(bob, alice);
        assertThat(begin(alice, "Hello", bob).code()).isEqualTo("unreachable");
        assertThat(begin(bob, "Hello", alice).code()).isEqualTo("unreachable");

        var carol = person("carol");
        assertThat(put("/api/v1/me/message-settings", carol, "{\"from\":\"nobody\",\"readReceipts\":false}")
                        .status())
                .isEqualTo(200);
        assertThat(begin(alice, "Hello", carol).code()).isEqualTo("unreachable");
        follows(carol, alice);
        assertThat(put("/api/v1/me/message-settings", carol, "{\"from\":\"followed\",\"readReceipts\":false}")
                        .status())
                .isEqualTo(200);
        assertThat(begin(alice, "Hello", carol).status()).isEqualTo(201);
        assertThat(begin(bob, "Hello", carol).code()).isEqualTo("unreachable");
    }

    @Test
    void aBlockEndsAConversationOfTwoAndHidesInAGroup() {
        var carol = person("carol");
        for (var one : List.of(alice, bob, carol)) {
            for (var other : List.of(alice, bob, carol)) {
                if (one != other) {
                    follows(one, other);
                }
            }
        }
        var two = begun(alice, "Hello", bob);
        var group = begun(alice, "All of us", bob, carol);
        assertThat(say(bob, group, "I too").status()).isEqualTo(201);

        blocks(alice, bob);

        assertThat(say(bob, two, "Hello").code()).isEqualTo("unreachable");
        assertThat(texts(alice, group)).containsExactly("All of us");
        assertThat(texts(carol, group)).containsExactly("I too", "All of us");
    }

    @Test
    void whatIsTakenBackIsGoneForEverybodyAndOnlyByItsAuthor() {
        follows(bob, alice);
        var id = begun(alice, "A slip", bob);
        var message = http.get(PATH + "/" + id + "/messages", alice)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();

        assertThat(http.delete(PATH + "/" + id + "/messages/" + message, bob).status())
                .isEqualTo(404);
        assertThat(http.delete(PATH + "/" + id + "/messages/" + message, alice).status())
                .isEqualTo(204);

        var seen = http.get(PATH + "/" + id + "/messages", bob)
                .json()
                .path("items")
                .get(0);
        assertThat(seen.path("deleted").asBoolean()).isTrue();
        assertThat(seen.has("text") && !seen.path("text").isNull()).isFalse();
    }

    @Test
    void clearingAConversationHidesItUntilSomethingNewIsSaid() {
        follows(bob, alice);
        var id = begun(alice, "Before", bob);

        assertThat(http.delete(PATH + "/" + id, bob).status()).isEqualTo(204);
        assertThat(list(bob, "accepted")).isEmpty();
        assertThat(say(alice, id, "After").status()).isEqualTo(201);

        assertThat(list(bob, "accepted")).containsExactly(id);
        assertThat(texts(bob, id)).containsExactly("After");
        assertThat(texts(alice, id)).containsExactly("After", "Before");
    }

    @Test
    void receiptsShowWhenBothWantThem() {
        follows(bob, alice);
        var id = begun(alice, "Read this", bob);
        var message = http.get(PATH + "/" + id, bob)
                .json()
                .path("lastMessage")
                .path("id")
                .asString();
        assertThat(put(PATH + "/" + id + "/read", bob, "{\"upTo\":\"%s\"}".formatted(message))
                        .status())
                .isEqualTo(204);
        var bobs = bob.account().toString();

        assertThat(http.get(PATH + "/" + id, alice).json().path("receipts").has(bobs))
                .isFalse();
        for (var who : List.of(alice, bob)) {
            put("/api/v1/me/message-settings", who, "{\"from\":\"everyone\",\"readReceipts\":true}");
        }

        assertThat(http.get(PATH + "/" + id, alice)
                        .json()
                        .path("receipts")
                        .path(bobs)
                        .asString())
                .isEqualTo(message);
    }

    @Test
    void othersSeeNothingOfAConversation() {
        follows(bob, alice);
        var id = begun(alice, "Between us", bob);
        var eve = person("eve");

        for (var path : List.of("/" + id, "/" + id + "/messages")) {
            assertThat(http.get(PATH + path, eve).status()).isEqualTo(404);
        }
        assertThat(say(eve, id, "Me too").status()).isEqualTo(404);
        assertThat(put(PATH + "/" + id + "/acceptance", eve).status()).isEqualTo(404);
        assertThat(http.delete(PATH + "/" + id, eve).status()).isEqualTo(404);
        assertThat(http.get(PATH, null).status()).isEqualTo(401);
    }

    @Test
    void aReportShowsModeratorsTheMessageOnce() {
        follows(bob, alice);
        var id = begun(alice, "Something vile", bob);
        var message = http.get(PATH + "/" + id, bob)
                .json()
                .path("lastMessage")
                .path("id")
                .asString();
        var report = PATH + "/" + id + "/messages/" + message + "/report";

        assertThat(http.post(report, bob, "{\"reason\":\"harassment\"}").status())
                .isEqualTo(202);
        assertThat(http.post(report, bob, "{\"reason\":\"harassment\"}").status())
                .isEqualTo(202);
        assertThat(http.post(report, alice, "{\"reason\":\"harassment\"}").status())
                .isEqualTo(404);
        assertThat(http.post(report, bob, "{\"reason\":\"dull\"}").status()).isEqualTo(422);

        var moderator = new Person(bob.account(), () -> tokens.of(bob.account(), "moderator"));
        assertThat(http.get("/api/v1/admin/message-reports", bob).status()).isEqualTo(403);
        var open = http.get("/api/v1/admin/message-reports", moderator)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("message").asString().equals(message))
                .toList();
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().path("text").asString()).isEqualTo("Something vile");
        var path = "/api/v1/admin/message-reports/" + open.getFirst().path("id").asString();
        assertThat(put(path, moderator, "{\"resolution\":\"warned\"}").status()).isEqualTo(204);
        assertThat(items(http.get("/api/v1/admin/message-reports", moderator).json(), "message"))
                .doesNotContain(message);
    }

    @Test
    void theSameRequestAgainSaysItOnce() {
        follows(bob, alice);
        var id = begun(alice, "Hello", bob);
        var path = PATH + "/" + id + "/messages";

        var first = http.post(path, alice, "{\"text\":\"Once\"}", "Idempotency-Key", "once-" + id);
        var again = http.post(path, alice, "{\"text\":\"Once\"}", "Idempotency-Key", "once-" + id);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(texts(alice, id)).containsExactly("Once", "Hello");
    }

    @Test
    void refusesWhatIsNoMessage() {
        follows(bob, alice);
        var id = begun(alice, "Hello", bob);

        for (var body : List.of(
                "{}", "{\"text\":\"\"}", "{\"text\":\"  \"}", "{\"text\":\"%s\"}".formatted("x".repeat(2_001)))) {
            assertThat(http.post(PATH + "/" + id + "/messages", alice, body).status())
                    .as(body)
                    .isEqualTo(422);
        }
        for (var body : List.of(
                "{\"text\":\"x\"}",
                "{\"members\":[],\"text\":\"x\"}",
                "{\"members\":[\"nobody\"],\"text\":\"x\"}",
                "{\"members\":[\"%s\"],\"text\":\"x\"}".formatted(alice.account()))) {
            assertThat(http.post(PATH, alice, body).status()).as(body).isEqualTo(422);
        }
        assertThat(begin(alice, "Hello", new Person(new AccountId(ids.next()), () -> ""))
                        .status())
                .isEqualTo(404);
    }
}
