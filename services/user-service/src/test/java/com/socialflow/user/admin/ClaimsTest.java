package com.socialflow.user.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClaimsTest extends AdminTest {

    private final Claims claims;

    ClaimsTest(JdbcClient jdbc, Claims claims) {
        super(jdbc);
        this.claims = claims;
    }

    @BeforeEach
    void alone() {
        noAdmins();
    }

    @Test
    void whoHasTheTokenBecomesTheFirstAdministrator() {
        var person = person("creator");
        var token = claims.offer().orElseThrow();

        assertThat(claim(person, token).status()).isEqualTo(204);

        var again = api.signIn(person.name(), Api.PASSWORD).text("accessToken");
        assertThat(api.me(again).body().get("roles").toString()).isEqualTo("[\"admin\",\"creator\"]");
        assertThat(claims.offer()).isEmpty();
    }

    @Test
    void aTokenIsGoodOnceAndUntilTheNextStart() {
        var earlier = claims.offer().orElseThrow();
        var token = claims.offer().orElseThrow();

        claim(person(), earlier).isProblem(422, "claim-invalid");
        claim(person(), "guessed").isProblem(422, "claim-invalid");
        assertThat(claim(person(), token).status()).isEqualTo(204);
        claim(person(), token).isProblem(422, "claim-invalid");
    }

    @Test
    void ofSeveralAtOnceOneIsTheFirst() {
        var people = new ArrayList<Person>();
        for (var i = 0; i < 6; i++) {
            people.add(person());
        }
        var token = claims.offer().orElseThrow();

        var statuses = Api.atOnce(6, () -> {
            Person mine;
            synchronized (people) {
                mine = people.removeFirst();
            }
            return claim(mine, token).status();
        });

        assertThat(statuses).containsOnlyOnce(204);
    }

    @Test
    void isForPeopleWhoAreSignedInAndOfNoUseWhenThereIsAnAdministrator() {
        var token = claims.offer().orElseThrow();
        var late = person();
        person("admin");

        claim(late, token).isProblem(422, "claim-invalid");
        api.post("/api/v1/admin/claims", Map.of("token", token)).isProblem(401, "authentication-required");
        api.post("/api/v1/admin/claims", Map.of(), late.bearer()).isInvalid("token", "required");
    }

    @Test
    void theTokenIsNotInTheDatabase() {
        var token = claims.offer().orElseThrow();

        assertThat(jdbc.sql("SELECT encode(token_hash, 'escape') FROM \"user\".admin_claim")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
    }

    private Answer claim(Person person, String token) {
        return api.post("/api/v1/admin/claims", Map.of("token", token), person.bearer());
    }
}
