package com.socialflow.social.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.social.SocialServiceTest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HiddenWordApiTest extends SocialServiceTest {

    private static final String WORDS = "/api/v1/me/hidden-words";

    @Autowired
    private HiddenWords words;

    @Autowired
    private HiddenWordStore store;

    private Optional<WordAction> alices(String text) {
        return words.of(Optional.of(alice.account())).find(text);
    }

    @Test
    void aWordIsHiddenFromTheNextPageOn() {
        assertThat(alices("a spoiler")).isEmpty();

        var made = http.post(WORDS, alice, "{\"text\":\" Spoiler \",\"action\":\"hide\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("text").asString()).isEqualTo("Spoiler");
        assertThat(made.json().path("wholeWord").asBoolean()).isTrue();
        assertThat(made.json().path("action").asString()).isEqualTo("hide");
        assertThat(alices("a spoiler")).contains(WordAction.HIDE);
        assertThat(words.of(Optional.of(bob.account())).find("a spoiler")).isEmpty();
        assertThat(words.of(Optional.empty()).find("a spoiler")).isEmpty();

        var id = made.json().path("id").asString();
        assertThat(http.delete(WORDS + "/" + id, bob).status()).isEqualTo(404);
        assertThat(http.delete(WORDS + "/" + id, alice).status()).isEqualTo(204);
        assertThat(http.delete(WORDS + "/" + id, alice).status()).isEqualTo(404);
        assertThat(alices("a spoiler")).isEmpty();
    }

    @Test
    void aPostWithTheWordIsCollapsed() {
        http.post(WORDS, alice, "{\"text\":\"spoiler\"}");
        var post = http.post("/api/v1/posts", bob, "{\"text\":\"The last #Spoiler\"}");
        assertThat(post.status()).as(post.body()).isEqualTo(201);
        var path = "/api/v1/posts/" + post.json().path("id").asString();

        assertThat(http.get(path, alice).json().path("collapsed").asString()).isEqualTo("hidden-word");
        assertThat(http.get(path, bob).json().has("collapsed")).isFalse();
    }

    @Test
    void aWordEndsWhenItsTimeIsOver() {
        http.post(WORDS, alice, "{\"text\":\"derby\",\"expiresInSeconds\":3600}");
        assertThat(alices("the derby")).contains(WordAction.COLLAPSE);

        clock.advance(Duration.ofHours(1).plus(HiddenWords.KEPT));

        assertThat(alices("the derby")).isEmpty();
        assertThat(http.get(WORDS, alice).json().path("items")).isEmpty();
    }

    @Test
    void whatAnotherProcessChangedShowsSoon() {
        assertThat(alices("a derby")).isEmpty();
        store.insert(
                alice.account(),
                new HiddenWord(new HiddenWordId(ids.next()), "derby", "derby", true, WordAction.HIDE, null));

        clock.advance(HiddenWords.KEPT.plusSeconds(1));

        assertThat(alices("a derby")).contains(WordAction.HIDE);
    }

    @Test
    void refusesWhatIsNoWordAndWhatIsKnown() {
        assertThat(http.post(WORDS, alice, "{\"text\":\"  \"}").status()).isEqualTo(422);
        assertThat(http.post(WORDS, alice, "{}").status()).isIn(400, 422);
        assertThat(http.post(WORDS, alice, "{\"text\":\"" + "x".repeat(101) + "\"}")
                        .status())
                .isEqualTo(422);
        assertThat(http.post(WORDS, alice, "{\"text\":\"x\",\"action\":\"burn\"}")
                        .status())
                .isEqualTo(422);
        assertThat(http.post(WORDS, alice, "{\"text\":\"x\",\"expiresInSeconds\":0}")
                        .status())
                .isEqualTo(422);
        assertThat(http.post(WORDS, alice, "{\"text\":\"Café\"}").status()).isEqualTo(201);
        assertThat(http.post(WORDS, alice, "{\"text\":\"cafe\"}").code()).isEqualTo("hidden-word-known");
        assertThat(http.get(WORDS, null).status()).isEqualTo(401);
    }

    @Test
    void aPersonHidesAHundredWords() {
        for (var i = 0; i < OwnWords.WORDS_MAX; i++) {
            store.insert(
                    alice.account(),
                    new HiddenWord(new HiddenWordId(ids.next()), "word" + i, "word" + i, true, WordAction.HIDE, null));
        }

        assertThat(http.post(WORDS, alice, "{\"text\":\"one more\"}").code()).isEqualTo("hidden-words-full");
        assertThat(http.get(WORDS, alice).json().path("items")).hasSize(OwnWords.WORDS_MAX);
    }
}
