package com.socialflow.social.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchedWordsTest {

    @ParameterizedTest
    @CsvSource({
        "spoiler, A SPOILER!, true",
        "spoiler, spoilers, false",
        "spoiler, despoiler, false",
        "spoiler, (spoiler), true",
        "Spoiler, SpOiLeR, true",
        "free money, get free   money now, true",
        "free money, free-money, false",
        "café, CAFE\u0301 noir, true",
        "ﬁsh, fish, true",
        "c++, c++ or java, true",
        "c++, c++11, true",
        "$$$, win$$$now, true",
        "猫, 猫 が, true",
        "猫, 黒猫, false",
        "a, aaaa, false",
        "😀, x😀y, true",
    })
    void findsWholeWordsInAnyCase(String word, String text, boolean found) {
        var words = new WatchedWords(List.of(WatchedWords.word(word).orElseThrow()));

        assertThat(words.in(text)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb", "\ud800", "\u200e\u0007"})
    void whatNobodyCanWriteIsNoWord(String text) {
        assertThat(WatchedWords.word(text)).isEmpty();
    }

    @Test
    void aWordIsAsLongAsAPhrase() {
        assertThat(WatchedWords.word("🚂".repeat(WatchedWords.LENGTH_MAX))).isPresent();
        assertThat(WatchedWords.word("a".repeat(WatchedWords.LENGTH_MAX + 1))).isEmpty();
        // Unfolds to more than it was.
        assertThat(WatchedWords.word("ﷺ".repeat(WatchedWords.LENGTH_MAX))).isEmpty();
    }
}
