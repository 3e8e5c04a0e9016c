package com.socialflow.social.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.socialflow.core.PostId;
import com.socialflow.social.PostsSteps;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostilePostsTest extends PostsSteps {

    static Stream<Arguments> bodies() {
        var poll = "{\"text\":\"?\",\"poll\":%s}";
        return Stream.of(
                arguments("", 400),
                arguments("null", 400),
                arguments("[]", 400),
                arguments("{\"text\":\"a\"", 400),
                arguments("{\"text\":\"a\",\"text\":\"b\"}", 400),
                arguments("{\"text\":\"a\",\"author\":\"me\"}", 400),
                arguments("{}", 422),
                arguments("{\"text\":null}", 422),
                arguments("{\"text\":\" \\n \"}", 422),
                arguments("{\"text\":1}", 422),
                arguments("{\"text\":[\"a\"]}", 422),
                arguments("{\"text\":\"a\\u0000\"}", 422),
                arguments("{\"text\":\"a\\ud800\"}", 422),
                arguments("{\"text\":\"" + "a".repeat(2_001) + "\"}", 422),
                arguments("{\"text\":\"" + "a".repeat(1_100_000) + "\"}", 413),
                arguments("{\"text\":\"a\",\"replyTo\":1}", 422),
                arguments("{\"text\":\"a\",\"replyTo\":\"nonsense\"}", 422),
                arguments("{\"text\":\"a\",\"replyTo\":\"0HZZZZZZZZZZZ\"}", 404),
                arguments("{\"text\":\"a\",\"replyTo\":\"0HZZZZZZZZZZZ\",\"commentOn\":\"0HZZZZZZZZZZZ\"}", 422),
                arguments("{\"text\":\"a\",\"quote\":{}}", 422),
                arguments("{\"text\":\"a\",\"quote\":\"0HZZZZZZZZZZZ\"}", 404),
                arguments("{\"text\":\"a\",\"sensitive\":\"yes\"}", 422),
                arguments("{\"text\":\"a\",\"visibility\":\"secret\"}", 422),
                arguments("{\"text\":\"a\",\"whoMayReply\":\"nobody\"}", 422),
                arguments("{\"text\":\"a\",\"whoMayQuote\":\"mentioned\"}", 422),
                arguments("{\"text\":\"a\",\"language\":\"not a language\"}", 422),
                arguments("{\"text\":\"a\",\"warning\":\"" + "a".repeat(201) + "\"}", 422),
                arguments("{\"text\":\"a\",\"warning\":\"two\\nlines\"}", 422),
                arguments("{\"text\":\"a\",\"images\":\"0HZZZZZZZZZZZ\"}", 422),
                arguments("{\"text\":\"a\",\"images\":[1]}", 422),
                arguments("{\"text\":\"a\",\"images\":[\"0HZZZZZZZZZZZ\",\"0HZZZZZZZZZZZ\"]}", 422),
                arguments("{\"text\":\"a\",\"images\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}", 422),
                arguments("{\"text\":\"a\",\"scheduledAt\":\"tomorrow\"}", 422),
                arguments(poll.formatted("1"), 422),
                arguments(poll.formatted("{}"), 422),
                arguments(poll.formatted("{\"options\":[\"a\"],\"durationSeconds\":3600}"), 422),
                arguments(poll.formatted("{\"options\":[\"a\",\"a\"],\"durationSeconds\":3600}"), 422),
                arguments(poll.formatted("{\"options\":[\"a\",\" \"],\"durationSeconds\":3600}"), 422),
                arguments(poll.formatted("{\"options\":[\"a\",\"b\"],\"durationSeconds\":1}"), 422),
                arguments(poll.formatted("{\"options\":[\"a\",\"b\"],\"durationSeconds\":1e99}"), 422),
                arguments(poll.formatted("{\"options\":[\"a\",\"b\"]}"), 422),
                arguments(poll.formatted("{\"options\":[\"a\",\"b\"],\"votes\":9}"), 400));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void badInputIsAProblemAndNoPost(String body, int status) {
        var answer = http.post(POSTS, alice, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.code()).isNotEmpty();
        assertThat(events(alice.account())).isEmpty();
    }

    @Test
    void everyBadFieldIsTold() {
        var answer = http.post(POSTS, alice, "{\"text\":1,\"sensitive\":2,\"language\":3}");

        assertThat(answer.json().path("errors")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void strangersPublishNothing() {
        assertThat(http.post(POSTS, null, "{\"text\":\"a\"}").status()).isEqualTo(401);
    }

    @Test
    void markupIsText() {
        var id = post(alice, "<script>alert(1)</script> '; DROP TABLE social.post; --");

        assertThat(read(id, null).path("text").asString())
                .isEqualTo("<script>alert(1)</script> '; DROP TABLE social.post; --");
    }

    @Test
    void manyMentionsAndTagsReachFew() {
        var text = new StringBuilder();
        for (var number = 0; number < 60; number++) {
            text.append("#tag").append(number).append(' ');
        }
        for (var number = 0; number < 25; number++) {
            text.append(at("p", person("p"))).append(' ');
        }
        var id = post(alice, text.toString());

        assertThat(count("post_tag", id)).isEqualTo(10);
        assertThat(count("post_mention", id)).isEqualTo(20);
        assertThat(read(id, null).path("entities")).hasSize(80);
    }

    private int count(String table, PostId id) {
        return jdbc.sql("SELECT count(*) FROM social." + table + " WHERE post_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }
}
