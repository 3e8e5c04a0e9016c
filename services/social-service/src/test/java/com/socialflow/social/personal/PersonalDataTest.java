package com.socialflow.social.personal;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.privacy.v1.ExportPart;
import com.socialflow.proto.privacy.v1.ExportRequest;
import com.socialflow.proto.privacy.v1.SocialPersonalDataGrpc;
import com.socialflow.proto.user.v1.AccountErased;
import com.socialflow.proto.user.v1.Profile;
import com.socialflow.social.Delivery;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import com.socialflow.testkit.Person;
import com.socialflow.testkit.TestDatabase;
import com.socialflow.testkit.Traces;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody with every kind of tie takes everything along and leaves nothing; the counts of others are right. */
class PersonalDataTest extends SocialServiceTest {

    @Autowired
    private ErasureEvents events;

    @Autowired
    private Erasures erasures;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Tallies tallies;

    @Autowired
    private Calls calls;

    @Value("${socialflow.database.url}")
    private String url;

    @Value("${socialflow.database.user}")
    private String user;

    @Value("${socialflow.database.password}")
    private String password;

    private void put(Person who, Person other, String tie) {
        var answer = http.send("PUT", "/api/v1/accounts/" + other.account() + "/" + tie, who, BodyPublishers.noBody());
        assertThat(answer.status()).isIn(202, 204);
    }

    /** Alice has a row in every table, from either end. */
    private void tieAlice() {
        put(alice, bob, "follow");
        put(bob, alice, "follow");
        var carol = person("carol");
        put(carol, bob, "follow");
        put(bob, carol, "follow");
        var shy = person("shy");
        accounts.put(Profile.newBuilder()
                .setAccount(shy.account().value())
                .setUsername("shy" + shy.account())
                .setPrivateAccount(true)
                .build());
        put(alice, shy, "follow");
        put(alice, carol, "block");
        put(person("dave"), alice, "block");
        put(alice, bob, "mute");
        put(carol, alice, "mute");
        http.post("/api/v1/me/suggestions/" + carol.account() + "/dismissal", alice, "");
        http.post("/api/v1/me/suggestions/" + alice.account() + "/dismissal", carol, "");
        http.post("/api/v1/me/hidden-words", alice, "{\"text\":\"canary word\"}");
        list(alice, bob);
        list(bob, alice);
    }

    private void list(Person owner, Person member) {
        var made = http.post(
                "/api/v1/me/lists", owner, "{\"title\":\"canary list\"}", "Idempotency-Key", "list-" + owner.account());
        var path = "/api/v1/me/lists/" + made.json().path("id").asString() + "/members/" + member.account();
        assertThat(http.send("PUT", path, owner, BodyPublishers.noBody()).status())
                .isEqualTo(204);
    }

    @Test
    void givesEverythingAndNothingOfOthers() {
        tieAlice();

        var files = export(alice);

        assertThat(files)
                .containsKeys(
                        "social/following.json",
                        "social/followers.json",
                        "social/requested.json",
                        "social/blocks.json",
                        "social/mutes.json",
                        "social/dismissed-suggestions.json",
                        "social/hidden-words.json",
                        "social/lists.json");
        assertThat(files.get("social/following.json"))
                .contains(bob.account().toString())
                .contains("bob");
        assertThat(files.get("social/hidden-words.json")).contains("canary word");
        assertThat(files.get("social/lists.json")).contains("canary list");
        assertThat(export(person("stranger"))).isEmpty();
    }

    @Test
    void whoeverIsGoneLeavesNoRowAndTheCountsOfOthersAreExact() {
        tieAlice();
        erased(alice);

        eventually("nothing is left to do", () -> {
            clock.advance(Erasures.TURN.plusSeconds(1));
            erasures.run();
            return remembered(alice) == 0;
        });

        jdbc.sql("DELETE FROM social.outbox").update();
        assertThat(Traces.inDatabase(
                        new TestDatabase(url, user, password),
                        List.of(Long.toString(alice.account().value()), "canary word")))
                .isEmpty();
        var counts =
                tallies.of(Set.of(bob.account())).getOrDefault(bob.account().value(), Map.of());
        assertThat(counts).containsEntry(Tally.FOLLOWERS, 1L).containsEntry(Tally.FOLLOWING, 1L);
    }

    @Test
    void anEventThatComesTwiceHarmsNobody() {
        put(alice, bob, "follow");
        erased(alice);
        erased(alice);

        eventually("nothing is left to do", () -> {
            clock.advance(Erasures.TURN.plusSeconds(1));
            erasures.run();
            return remembered(alice) == 0;
        });

        assertThat(tallies.of(Set.of(bob.account()))
                        .getOrDefault(bob.account().value(), Map.of())
                        .getOrDefault(Tally.FOLLOWERS, 0L))
                .isZero();
    }

    /** Files by path; those in pieces are put together. */
    private Map<String, String> export(Person person) {
        var request =
                ExportRequest.newBuilder().setAccount(person.account().value()).build();
        var files = new HashMap<String, String>();
        calls.stub(SocialPersonalDataGrpc::newBlockingStub, "social")
                .export(request)
                .forEachRemaining(part -> files.merge(part.getPath(), text(part), String::concat));
        return files;
    }

    private static String text(ExportPart part) {
        return part.getData().toStringUtf8();
    }

    private int remembered(Person person) {
        return jdbc.sql("SELECT count(*) FROM social.erasure WHERE account_id = :account")
                .param("account", person.account().value())
                .query(Integer.class)
                .single();
    }

    private void erased(Person person) {
        var event =
                AccountErased.newBuilder().setAccount(person.account().value()).build();
        Delivery.of(event, transactions, events);
    }
}
