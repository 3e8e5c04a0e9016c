package com.socialflow.social.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ListApiTest extends SocialServiceTest {

    private static final String LISTS = "/api/v1/me/lists";

    @Autowired
    private ListMemberStore members;

    private Answer put(String path, Person who) {
        return http.send("PUT", path, who, BodyPublishers.noBody());
    }

    private String list(String title) {
        var made = http.post(LISTS, alice, "{\"title\":\"%s\"}".formatted(title));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return LISTS + "/" + made.json().path("id").asString();
    }

    private List<String> members(String list) {
        return http.get(list + "/members", alice)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    @Test
    void aListIsMadeRenamedAndDeleted() {
        var trains = list("Trains");
        var ships = list("Ships");
        assertThat(http.patch(trains, alice, "{\"title\":\"Rails\"}").status()).isEqualTo(200);

        assertThat(http.get(trains, alice).json().path("title").asString()).isEqualTo("Rails");
        assertThat(http.get(LISTS, alice).json().path("items")).hasSize(2);

        assertThat(http.delete(ships, alice).status()).isEqualTo(204);
        assertThat(http.delete(ships, alice).status()).isEqualTo(404);
        assertThat(http.post(LISTS, alice, "{\"title\":\" \"}").status()).isEqualTo(422);
        assertThat(http.post(LISTS, alice, "{\"title\":\"" + "x".repeat(101) + "\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void onlyWhomOneFollowsIsInAList() {
        var trains = list("Trains");
        var place = trains + "/members/" + bob.account();
        assertThat(put(place, alice).code()).isEqualTo("not-followed");

        put("/api/v1/accounts/" + bob.account() + "/follow", alice);
        assertThat(put(place, alice).status()).isEqualTo(204);
        assertThat(put(place, alice).status()).isEqualTo(204);
        assertThat(members(trains)).containsExactly(bob.account().toString());

        http.delete("/api/v1/accounts/" + bob.account() + "/follow", alice);
        assertThat(members(trains)).isEmpty();
    }

    @Test
    void aBlockTakesOutOfListsBothWays() {
        var trains = list("Trains");
        put("/api/v1/accounts/" + bob.account() + "/follow", alice);
        put(trains + "/members/" + bob.account(), alice);

        put("/api/v1/accounts/" + alice.account() + "/block", bob);

        assertThat(members(trains)).isEmpty();
    }

    @Test
    void somebodyIsTakenOut() {
        var trains = list("Trains");
        put("/api/v1/accounts/" + bob.account() + "/follow", alice);
        put(trains + "/members/" + bob.account(), alice);

        assertThat(http.delete(trains + "/members/" + bob.account(), alice).status())
                .isEqualTo(204);
        assertThat(http.delete(trains + "/members/" + bob.account(), alice).status())
                .isEqualTo(204);
        assertThat(members(trains)).isEmpty();
    }

    @Test
    void othersDoNotKnowOfIt() {
        var trains = list("Trains");

        assertThat(http.get(trains, bob).status()).isEqualTo(404);
        assertThat(http.get(trains + "/members", bob).status()).isEqualTo(404);
        assertThat(http.patch(trains, bob, "{\"title\":\"Mine\"}").status()).isEqualTo(404);
        assertThat(put(trains + "/members/" + alice.account(), bob).status()).isEqualTo(404);
        assertThat(http.delete(trains + "/members/" + bob.account(), bob).status())
                .isEqualTo(404);
        assertThat(http.delete(trains, bob).status()).isEqualTo(404);
        assertThat(http.get(trains, null).status()).isEqualTo(401);
    }

    @Test
    void listsAndTheirMembersHaveAnEnd() {
        var full = list("Full");
        var id = ListId.parse(full.substring(LISTS.length() + 1));
        for (var i = 0; i < PeopleList.MEMBERS_MAX; i++) {
            members.insert(id, alice.account(), new AccountId(ids.next()), ids.next());
        }
        put("/api/v1/accounts/" + bob.account() + "/follow", alice);
        assertThat(put(full + "/members/" + bob.account(), alice).code()).isEqualTo("list-full");

        for (var i = 1; i < PeopleList.LISTS_MAX; i++) {
            list("List " + i);
        }
        assertThat(http.post(LISTS, alice, "{\"title\":\"One more\"}").code()).isEqualTo("lists-full");
    }
}
