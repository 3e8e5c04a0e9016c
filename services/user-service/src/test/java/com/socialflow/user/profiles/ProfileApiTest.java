package com.socialflow.user.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.socialflow.core.AccountId;
import com.socialflow.proto.user.v1.AccountChanged;
import com.socialflow.testkit.Asvs;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProfileApiTest extends UserServiceTest {

    private final JdbcClient jdbc;
    private String name = "";
    private String token = "";

    ProfileApiTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void register() {
        name = someone();
        api.register(name);
        token = api.signIn(name, Api.PASSWORD).text("accessToken");
    }

    @Test
    void saysWhatItsPersonWantsItToSay() {
        var before = me();
        var answer = edit(Map.of(
                "displayName", " Žofie ",
                "biography", "  Trains.\r\nAnd 👨‍👩‍👧‍👦, e\u0301.  ",
                "links", List.of(Map.of("name", "My page", "url", "HTTPS://example.com/ž?q=1")),
                "locale", "cs-cz",
                "language", "CS",
                "privateAccount", false,
                "madeForKids", true));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("displayName")).isEqualTo("Žofie");
        assertThat(answer.text("biography")).isEqualTo("Trains.\nAnd 👨‍👩‍👧‍👦, é.");
        assertThat(answer.body().get("links").toString())
                .isEqualTo("[{\"name\":\"My page\",\"url\":\"https://example.com/%C5%BE?q=1\"}]");
        assertThat(answer.text("locale")).isEqualTo("cs-CZ");
        assertThat(answer.text("language")).isEqualTo("cs");
        assertThat(answer.body().get("madeForKids").asBoolean()).isTrue();
        assertThat(answer.headers().getETag()).isNotEqualTo(before.headers().getETag());
        assertThat(me().body()).isEqualTo(answer.body());

        var seen = api.get("/api/v1/accounts/@" + name);
        assertThat(seen.text("biography")).startsWith("Trains");
        assertThat(seen.body().has("email")).isFalse();
        assertThat(seen.body().has("locale")).isFalse();
        assertThat(api.get("/api/v1/accounts/@" + name, "If-None-Match", tag(seen))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void emptiesWhatIsNull() {
        edit(Map.of("biography", "x", "language", "de", "privateAccount", true, "locale", "de"));
        var answer = patch("""
                {"biography":null,"links":null,"language":null,"privateAccount":null,"locale":null}""");

        assertThat(answer.text("biography")).isEmpty();
        assertThat(answer.body().get("links")).isEmpty();
        assertThat(answer.body().has("language")).isFalse();
        assertThat(answer.body().get("privateAccount").asBoolean()).isFalse();
        assertThat(answer.text("locale")).isEqualTo("en");
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        var tag = tag(me());
        assertThat(edit(Map.of("biography", "one"), "If-Match", tag).status()).isEqualTo(200);

        edit(Map.of("biography", "two"), "If-Match", tag).isProblem(412, "changed-meanwhile");
        edit(Map.of("biography", "two"), "If-Match", "\"nonsense\"").isProblem(412, "changed-meanwhile");

        assertThat(me().text("biography")).isEqualTo("one");
        assertThat(api.get("/api/v1/me", "Authorization", "Bearer " + token, "If-None-Match", tag(me()))
                        .status())
                .isEqualTo(304);
        assertThat(edit(Map.of("biography", "two"), "If-Match", "*").status()).isEqualTo(200);
    }

    @Asvs("V15.3.3")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"roles\":[\"admin\"]}",
                "{\"state\":\"active\"}",
                "{\"id\":\"0HZZZZZZZZZZZ\"}",
                "{\"emailVerified\":true}",
                "{\"email\":\"x@example.com\"}",
                "{\"username\":\"x\"}",
                "{\"revision\":1}",
                "{\"avatar\":\"x\"}",
                "{\"createdAt\":\"2000-01-01T00:00:00Z\"}",
                "{\"displayName\":\"x\",\"birthDate\":\"1990-01-01\"}"
            })
    void setsNothingThatIsNotForItsPersonToSet(String body) {
        var before = me().body();

        patch(body).isProblem(400, "malformed");

        assertThat(me().body()).isEqualTo(before);
    }

    @Asvs("V1.2.2")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "biography      | \"a\\u0000b\"                   | biography      | characters",
                "biography      | \"a\\u202Eb\"                   | biography      | characters",
                "biography      | \"a\\u001b[31m\"                | biography      | characters",
                "biography      | 5                               | biography      | type",
                "displayName    | null                            | displayName    | type",
                "displayName    | \"\"                            | displayName    | too-short",
                "language       | \"not a language\"              | language       | language",
                "locale         | 7                               | locale         | language",
                "locale         | \"\"                            | locale         | language",
                "privateAccount | \"yes\"                         | privateAccount | type",
                "links          | {}                              | links          | type",
                "links          | [1]                             | links[0]       | type",
                "links          | [{\"name\":\"a\"}]              | links[0]       | type",
                "links          | [{\"name\":\"a\",\"url\":\"https://a.example\",\"rel\":\"me\"}] | links[0] | type",
                "links          | [{\"name\":\" \",\"url\":\"https://a.example\"}]  | links[0].name | malformed",
                "links          | [{\"name\":\"a\",\"url\":\"javascript:alert(1)\"}] | links[0].url | scheme",
                "links          | [{\"name\":\"a\",\"url\":\"data:text/html,x\"}]    | links[0].url | scheme",
                "links          | [{\"name\":\"a\",\"url\":\"//evil.example\"}]      | links[0].url | scheme",
                "links          | [{\"name\":\"a\",\"url\":\"https:evil.example\"}]  | links[0].url | malformed",
                "links          | [{\"name\":\"a\",\"url\":\"https://me:pw@a.example\"}] | links[0].url | credentials",
                "links | [{\"name\":\"a\",\"url\":\"https://a.example@b.example\"}] | links[0].url | credentials",
                "links          | [{\"name\":\"a\",\"url\":\"https://a b.example\"}] | links[0].url | malformed",
                "links | [{\"name\":\"a\",\"url\":\"https://a.example\\\\@b.example\"}] | links[0].url | malformed",
                "links          | [{\"name\":\"a\",\"url\":\"https://localhost/\"}]  | links[0].url | malformed"
            })
    void saysWhatIsWrongWithAField(String field, String json, String errorField, String code) {
        patch("{\"%s\":%s}".formatted(field, json)).isInvalid(errorField, code);
    }

    @Test
    void countsCharactersAsReadersDo() {
        var family = "👨‍👩‍👧‍👦";

        assertThat(edit(Map.of("biography", family.repeat(500))).status()).isEqualTo(200);
        edit(Map.of("biography", family.repeat(501))).isInvalid("biography", "too-long");
        edit(Map.of("biography", "a" + "\u0301".repeat(4_000))).isInvalid("biography", "too-long");
    }

    @Test
    void hasEightLinksAtMost() {
        var link = Map.of("name", "a", "url", "http://a.example/");

        assertThat(edit(Map.of("links", Collections.nCopies(8, link))).status()).isEqualTo(200);
        edit(Map.of("links", Collections.nCopies(9, link))).isInvalid("links", "too-many");
        edit(Map.of("links", List.of(Map.of("name", "a", "url", "http://a.example/" + "x".repeat(500)))))
                .isInvalid("links[0].url", "too-long");
    }

    @Asvs("V8.2.3")
    @Test
    void showsOfAPrivateAccountWhatIsNotPrivate() {
        edit(Map.of("biography", "mine", "language", "de", "privateAccount", true));

        var seen = api.get("/api/v1/accounts/@" + name);

        assertThat(seen.body().get("privateAccount").asBoolean()).isTrue();
        assertThat(seen.text("displayName")).isEqualTo(name);
        assertThat(seen.body().has("biography")).isFalse();
        assertThat(seen.body().has("links")).isFalse();
        assertThat(seen.body().has("language")).isFalse();
        assertThat(me().text("biography")).isEqualTo("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspended", "awaiting-approval", "leaving"})
    void hidesWhomNobodyIsToSee(String state) {
        jdbc.sql("UPDATE \"user\".account SET state = :state WHERE username = :name")
                .param("state", state)
                .param("name", name)
                .update();

        api.get("/api/v1/accounts/@" + name).isProblem(404, "account-not-found");
        api.get("/api/v1/accounts/" + me().text("id")).isProblem(404, "account-not-found");
    }

    @Test
    void tellsOtherServicesOfEveryChangeAndOfNothingElse() {
        var id = AccountId.parse(me().text("id"));

        edit(Map.of("displayName", "Other", "madeForKids", true));
        edit(Map.of("displayName", "Other"));
        edit(Map.of("displayName", ""));

        var events = changes(id);
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().getAccount()).isEqualTo(id.value());
        assertThat(events.getFirst().getHidden()).isFalse();
        assertThat(events.getFirst().getProfile().getDisplayName()).isEqualTo("Other");
        assertThat(events.getFirst().getProfile().getMadeForKids()).isTrue();
    }

    @Test
    void losesNothingWhenManyAreChangedAtOnce() {
        var numbers = new AtomicInteger();

        var answers = Api.atOnce(8, () -> edit(Map.of("biography", "edit " + numbers.incrementAndGet())));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers.stream().map(answer -> answer.headers().getETag()).distinct())
                .hasSize(8);
    }

    @Test
    void isForThoseWhoAreSignedIn() {
        api.call("PATCH", "/api/v1/me", "{}").isProblem(401, "authentication-required");
        api.call("PUT", "/api/v1/me/username", "{}").isProblem(401, "authentication-required");
        api.call("DELETE", "/api/v1/me/avatar", null).isProblem(401, "authentication-required");
    }

    private static String tag(Answer answer) {
        return Objects.requireNonNull(answer.headers().getETag());
    }

    private List<AccountChanged> changes(AccountId id) {
        return jdbc.sql("""
                SELECT payload FROM "user".outbox
                 WHERE ordering_key = :account AND event_type = 'socialflow.user.v1.AccountChanged'
                 ORDER BY event_id
                """).param("account", id.value()).query(byte[].class).list().stream()
                .map(ProfileApiTest::parse)
                .toList();
    }

    private static AccountChanged parse(byte[] payload) {
        try {
            return AccountChanged.parseFrom(payload);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer me() {
        return api.me(token);
    }

    private Answer edit(Map<String, Object> fields, String... more) {
        return send(new HashMap<>(fields), more);
    }

    private Answer patch(String body) {
        return send(body);
    }

    private Answer send(Object body, String... more) {
        var headers = new String[more.length + 2];
        headers[0] = "Authorization";
        headers[1] = "Bearer " + token;
        System.arraycopy(more, 0, headers, 2, more.length);
        return api.call("PATCH", "/api/v1/me", body, headers);
    }
}
