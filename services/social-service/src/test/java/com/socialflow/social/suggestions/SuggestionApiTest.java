package com.socialflow.social.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.proto.user.v1.Profile;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.testkit.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuggestionApiTest extends SocialServiceTest {

    private Person carol;
    private Person dave;
    private Person erin;

    @BeforeEach
    void knowSomebody() {
        carol = person("carol");
        dave = person("dave");
        erin = person("erin");
        put(bob, "follow", alice);
        put(carol, "follow", alice);
    }

    private void put(Person other, String tie, Person who) {
        var answer = http.send("PUT", "/api/v1/accounts/" + other.account() + "/" + tie, who, BodyPublishers.noBody());
        assertThat(answer.status()).isIn(202, 204);
    }

    private List<String> suggested() {
        return http.get("/api/v1/me/suggestions", alice)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    @Test
    void peopleWhomThoseFollowWhomIFollowComeByHowManyOfThem() {
        put(dave, "follow", bob);
        put(erin, "follow", bob);
        put(erin, "follow", carol);
        put(carol, "follow", bob);
        put(alice, "follow", bob);

        assertThat(suggested())
                .containsExactly(erin.account().toString(), dave.account().toString());
    }

    @Test
    void whomIMuteOrDismissOrWhoBlocksMeIsNotSuggested() {
        var asked = person("asked");
        for (var somebody : List.of(dave, erin, asked)) {
            put(somebody, "follow", bob);
        }
        put(dave, "mute", alice);
        put(alice, "block", erin);
        assertThat(suggested()).containsExactly(asked.account().toString());

        var dismissal = "/api/v1/me/suggestions/" + asked.account() + "/dismissal";
        assertThat(http.post(dismissal, alice, "").status()).isEqualTo(204);
        assertThat(http.post(dismissal, alice, "").status()).isEqualTo(204);
        assertThat(suggested()).isEmpty();
    }

    @Test
    void whoeverIsPrivateIsNotSuggested() {
        var shy = person("shy");
        accounts.put(Profile.newBuilder()
                .setAccount(shy.account().value())
                .setUsername("shy" + shy.account())
                .setPrivateAccount(true)
                .build());
        put(shy, "follow", bob);
        http.post("/api/v1/me/follow-requests/" + bob.account() + "/acceptance", shy, "");

        assertThat(suggested()).isEmpty();
    }
}
