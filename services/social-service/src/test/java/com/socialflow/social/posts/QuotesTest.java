package com.socialflow.social.posts;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.PostId;
import com.socialflow.social.PostsSteps;
import com.socialflow.testkit.Person;
import org.junit.jupiter.api.Test;

class QuotesTest extends PostsSteps {

    @Test
    void aQuoteShowsWhatItQuotes() {
        var quoted = post(alice, "Wise");
        var inner = quote(bob, quoted, "Indeed");
        var outer = quote(alice, inner, "See?");

        var seen = read(outer, null);

        assertThat(seen.at("/quote/text").asString()).isEqualTo("Indeed");
        assertThat(seen.at("/quote/author/displayName").asString()).isEqualTo("bob");
        assertThat(seen.at("/quote/quote").isMissingNode()).as("one level").isTrue();
        assertThat(read(quoted, null).at("/counts/quotes").asInt()).isEqualTo(1);
        assertThat(ids(http.get(POSTS + "/" + quoted + "/quotes", null).json())).containsExactly(inner.toString());
    }

    @Test
    void whatIsGoneIsNotShownInQuotes() {
        var quoted = post(alice, "Wise");
        var quote = quote(bob, quoted, "Indeed");

        http.delete(POSTS + "/" + quoted, alice);

        assertThat(read(quote, null).at("/quote/state").asString()).isEqualTo("unavailable");
        assertThat(read(quote, null).at("/quote/text").isMissingNode()).isTrue();
    }

    @Test
    void whatTheViewerMayNotSeeIsNotShownInQuotes() {
        var carol = person("carol");
        var quote = quote(bob, post(alice, "Wise"), "Indeed");

        block(alice, carol);

        assertThat(read(quote, carol).at("/quote/state").asString()).isEqualTo("unavailable");
        assertThat(read(quote, null).at("/quote/text").asString()).isEqualTo("Wise");
    }

    @Test
    void theAuthorSaysWhoQuotes() {
        var nobody = publish(alice, "{\"text\":\"Mine\",\"whoMayQuote\":\"nobody\"}");
        var followers = publish(alice, "{\"text\":\"Ours\",\"whoMayQuote\":\"followers\"}");
        var hidden = publish(alice, "{\"text\":\"Among us\",\"visibility\":\"followers\"}");
        follow(bob, alice);
        var carol = person("carol");

        assertThat(codeOfQuote(nobody, bob)).isEqualTo("quote-not-allowed");
        assertThat(codeOfQuote(followers, carol)).isEqualTo("quote-not-allowed");
        assertThat(codeOfQuote(hidden, bob)).isEqualTo("quote-not-allowed");
        assertThat(codeOfQuote(hidden, carol)).isEqualTo("post-not-found");
        assertThat(codeOfQuote(followers, bob)).isEmpty();
        assertThat(codeOfQuote(nobody, alice)).isEmpty();
        assertThat(read(nobody, bob).at("/viewer/mayQuote").asBoolean()).isFalse();
        assertThat(read(followers, bob).at("/viewer/mayQuote").asBoolean()).isTrue();
    }

    @Test
    void theQuotedAuthorTakesThePermissionBack() {
        var quoted = post(alice, "Wise");
        var quote = quote(bob, quoted, "Foolish");
        var path = POSTS + "/" + quoted + "/quotes/" + quote;

        assertThat(http.delete(path, bob).status()).isEqualTo(403);
        assertThat(http.delete(path, alice).status()).isEqualTo(204);
        assertThat(http.delete(path, alice).status()).isEqualTo(204);
        assertThat(read(quote, bob).at("/quote/state").asString()).isEqualTo("unavailable");
        assertThat(read(quote, bob).path("text").asString()).isEqualTo("Foolish");
        assertThat(read(quoted, null).at("/counts/quotes").asInt()).isZero();
        assertThat(ids(http.get(POSTS + "/" + quoted + "/quotes", null).json())).isEmpty();
        http.delete(POSTS + "/" + quote, bob);
        assertThat(read(quoted, null).at("/counts/quotes").asInt())
                .as("counted once")
                .isZero();
    }

    @Test
    void whatDoesNotQuoteIsNotTakenOut() {
        var mine = post(alice, "Mine");
        var other = post(bob, "Other");

        assertThat(http.delete(POSTS + "/" + mine + "/quotes/" + other, alice).status())
                .isEqualTo(404);
    }

    private String codeOfQuote(PostId quoted, Person by) {
        var answer = http.post(POSTS, by, "{\"text\":\"So\",\"quote\":\"%s\"}".formatted(quoted));
        return answer.status() == 201 ? "" : answer.code();
    }
}
