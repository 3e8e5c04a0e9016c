package com.socialflow.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Api;
import com.socialflow.user.Person;
import com.socialflow.user.UserServiceTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see of their sign-ins, and end of them. */
class OwnSessionApiTest extends UserServiceTest {

    private static final String PATH = "/api/v1/me/sessions";

    private final TestClock clock;
    private String name = "";

    OwnSessionApiTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void register() {
        name = someone();
        api.register(name);
    }

    @Test
    void tellsOfEachWhereAndHowItBegan() {
        api.signIn(name, Api.PASSWORD, "User-Agent", "curl/8.5.0");
        clock.advance(Duration.ofMinutes(1));
        var person = Person.signIn(api, name);

        var items = person.get(PATH).body().get("items");

        assertThat(items).hasSize(2);
        assertThat(items.get(0).get("current").asBoolean()).isTrue();
        var other = items.get(1);
        assertThat(other.propertyNames())
                .containsExactlyInAnyOrder("id", "current", "device", "address", "createdAt", "lastUsedAt", "methods");
        assertThat(other.get("current").asBoolean()).isFalse();
        assertThat(other.get("device").get("name").asString()).isEqualTo("curl");
        assertThat(other.get("device").get("kind").asString()).isEqualTo("program");
        assertThat(other.get("address").asString()).isEqualTo("127.0.0.0/24");
        assertThat(other.get("methods").get(0).asString()).isEqualTo("pwd");
    }

    @Test
    void showsNoSecrets() {
        var session = api.signIn(name, Api.PASSWORD);
        var person = Person.of(api, name, session);

        var text = person.get(PATH).body().toString();

        var refresh = session.text("refreshToken");
        assertThat(text).doesNotContain(refresh, refresh.substring(12, 30), session.text("accessToken"));
    }

    @Test
    void noticesWhenASessionWasUsed() {
        var session = api.signIn(name, Api.PASSWORD);
        clock.advance(Duration.ofMinutes(5));
        var next = api.refresh(session.text("refreshToken"));

        var item = Person.of(api, name, next).get(PATH).body().get("items").get(0);

        assertThat(item.get("lastUsedAt").asString())
                .isGreaterThan(item.get("createdAt").asString());
    }

    @Asvs("V7.5.2")
    @Test
    void endsNoneForWhoFoundAnOpenScreen() {
        api.signIn(name, Api.PASSWORD);
        var session = api.signIn(name, Api.PASSWORD);
        clock.advance(Duration.ofMinutes(11));
        var late = Person.of(api, name, api.refresh(session.text("refreshToken")));

        late.delete(PATH).isProblem(403, "reauthentication-required");
        late.delete(PATH + "/" + ids(late).get(1)).isProblem(403, "reauthentication-required");

        assertThat(ids(late)).hasSize(2);
    }

    @Test
    void endsOne() {
        var phone = api.signIn(name, Api.PASSWORD);
        var person = Person.signIn(api, name);
        var id = ids(person).get(1);

        assertThat(person.delete(PATH + "/" + id).status()).isEqualTo(204);

        api.me(phone.text("accessToken")).isProblem(401, "token-invalid");
        api.refresh(phone.text("refreshToken")).isProblem(401, "session-over");
        person.delete(PATH + "/" + id).isProblem(404, "session-not-found");
        assertThat(ids(person)).hasSize(1);
    }

    @Asvs("V7.4.3")
    @Test
    void endsAllOthers() {
        var phone = api.signIn(name, Api.PASSWORD);
        var laptop = api.signIn(name, Api.PASSWORD);
        var person = Person.signIn(api, name);

        assertThat(person.delete(PATH).status()).isEqualTo(204);

        api.me(phone.text("accessToken")).isProblem(401, "token-invalid");
        api.refresh(laptop.text("refreshToken")).isProblem(401, "session-over");
        assertThat(person.get("/api/v1/me").status()).isEqualTo(200);
    }

    @Asvs("V8.2.2")
    @Test
    void hidesThoseOfOthers() {
        var mallory = Person.register(api, someone());
        var person = Person.signIn(api, name);
        var id = ids(person).getFirst();

        mallory.delete(PATH + "/" + id).isProblem(404, "session-not-found");
        mallory.delete(PATH + "/nonsense").isProblem(404, "session-not-found");

        assertThat(person.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(ids(mallory)).doesNotContain(id);
        api.get(PATH).isProblem(401, "authentication-required");
    }

    private static List<String> ids(Person person) {
        return person.get(PATH)
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }
}
