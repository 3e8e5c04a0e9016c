package com.socialflow.social.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.proto.user.v1.AccountRegistered;
import com.socialflow.proto.user.v1.Profile;
import com.socialflow.social.Delivery;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.social.people.People;
import com.socialflow.testkit.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class SearchApiTest extends SocialServiceTest {

    @Autowired
    private People people;

    @Autowired
    private List<Subscriber> subscribers;

    @Autowired
    private TransactionTemplate transactions;

    private String mark = "";
    private Person anna;
    private Person zoe;

    @BeforeEach
    void nameThem() {
        mark = "q" + alice.account().toString().toLowerCase(Locale.ROOT);
        anna = named(mark + "_anna", "Zoe of " + mark);
        zoe = named("z" + mark, mark + " Zoe");
        people.find(Set.of(anna.account(), zoe.account(), alice.account(), bob.account()));
    }

    private Person named(String username, String displayName) {
        var somebody = person("somebody");
        accounts.put(Profile.newBuilder()
                .setAccount(somebody.account().value())
                .setUsername(username)
                .setDisplayName(displayName)
                .build());
        return somebody;
    }

    private List<String> found(String query, Person who) {
        return http.get("/api/v1/accounts/search?query=" + query, who)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    @Test
    void findsByTheBeginningOfEitherName() {
        assertThat(found(mark.toUpperCase(Locale.ROOT), alice))
                .containsExactly(anna.account().toString(), zoe.account().toString());
        assertThat(found("@" + mark + "_", alice))
                .containsExactly(anna.account().toString());
        assertThat(found(mark + "%25", alice)).isEmpty();
    }

    @Test
    void whomOneFollowsComesFirst() {
        http.send("PUT", "/api/v1/accounts/" + zoe.account() + "/follow", alice, BodyPublishers.noBody());

        assertThat(found(mark, alice))
                .containsExactly(zoe.account().toString(), anna.account().toString());
    }

    @Test
    void whoeverBlocksOrIsBlockedIsLeftOut() {
        http.send("PUT", "/api/v1/accounts/" + zoe.account() + "/block", alice, BodyPublishers.noBody());
        http.send("PUT", "/api/v1/accounts/" + alice.account() + "/block", anna, BodyPublishers.noBody());

        assertThat(found(mark, alice)).isEmpty();
        assertThat(found(mark, bob)).hasSize(2);
    }

    @Test
    void findsNewcomersOfWhomNobodyAsked() {
        var newcomer = new AccountId(ids.next());
        Delivery.of(
                AccountRegistered.newBuilder()
                        .setAccount(newcomer.value())
                        .setUsername("new" + mark)
                        .build(),
                transactions,
                subscribers.toArray(Subscriber[]::new));
        accounts.put(Profile.newBuilder()
                .setAccount(newcomer.value())
                .setUsername("new" + mark)
                .build());

        assertThat(found("new" + mark, alice)).containsExactly(newcomer.toString());
    }

    @Test
    void refusesAnEmptyQueryAndStrangers() {
        assertThat(http.get("/api/v1/accounts/search?query=", alice).status()).isEqualTo(400);
        assertThat(http.get("/api/v1/accounts/search", alice).status()).isEqualTo(400);
        assertThat(http.get("/api/v1/accounts/search?query=a", null).status()).isEqualTo(401);
    }
}
