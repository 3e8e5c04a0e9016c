package com.socialflow.social.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordSearchTest {

    private static final long SEEDS = 300;

    private static HiddenWord word(String text, boolean whole, WordAction action) {
        return new HiddenWord(new HiddenWordId(1), text, Folding.fold(text), whole, action, null);
    }

    private static boolean finds(String word, boolean whole, String text) {
        return new WordSearch(List.of(word(word, whole, WordAction.HIDE)))
                .find(text)
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "spoiler, A Spoiler!, true",
        "spoiler, SPOILER, true",
        "spoiler, spoilers ahead, false",
        "spoiler, 'no,spoiler', true",
        "spoiler, see #Spoiler, true",
        "#spoiler, see #Spoiler, true",
        "#spoiler, a spoiler, false",
        "spoiler, ＳＰＯＩＬＥＲ, true",
        "cafe, un Café noir, true",
        "Café, CAFE, true",
        "straße, STRASSE, true",
        "σοφος, ΣΟΦΌΣ, true",
        "жизнь, О ЖИЗНЬ, true",
        "two  words, some Two\tWords here, true",
        "two words, two-words, false",
        "猫, 黒猫が好き, true",
        "かき, がき, false",
        "한국, 한국어, false",
        "한국, 한국 여행, true",
        "spo\u200Biler, spoiler, true",
        "spoiler, sp\u00ADoiler, true",
        "c++, I like C++, true",
        "2024, in 20245, false"
    })
    void findsWholeWords(String word, String text, boolean found) {
        assertThat(finds(word, true, text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "spoil, unspoiled, true",
        "👍, nice 👍, true",
        "👍, nice 👍🏽, false",
        "👩, 👩‍👧, false",
        "❤, I ❤️ it, true",
        "한국, 한국어, true"
    })
    void findsPartsButNoPartOfACharacter(String word, String text, boolean found) {
        assertThat(finds(word, false, text)).isEqualTo(found);
    }

    @Test
    void theStrongerActionCounts() {
        var words =
                new WordSearch(List.of(word("rain", true, WordAction.COLLAPSE), word("train", true, WordAction.HIDE)));

        assertThat(words.find("the train in the rain")).contains(WordAction.HIDE);
        assertThat(words.find("the rain")).contains(WordAction.COLLAPSE);
        assertThat(words.find("sun")).isEmpty();
    }

    /** What one looks for word by word is what is found in one pass. */
    @Test
    void findsWhatLookingForEachWordFinds() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var words = new ArrayList<HiddenWord>();
            for (var i = 0; i < 1 + random.nextInt(8); i++) {
                words.add(word(
                        letters(random, 1 + random.nextInt(4)),
                        false,
                        random.nextBoolean() ? WordAction.HIDE : WordAction.COLLAPSE));
            }
            var text = letters(random, random.nextInt(12));

            var expected = words.stream()
                    .filter(word -> text.toLowerCase(Locale.ROOT).contains(word.folded()))
                    .map(HiddenWord::action)
                    .max(WordAction::compareTo);

            assertThat(new WordSearch(words).find(text)).as("seed " + seed).isEqualTo(expected);
        }
    }

    private static String letters(Random random, int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append("abA".charAt(random.nextInt(3)));
        }
        return text.toString();
    }

    @Test
    void whoHidesNothingFindsNothing() {
        assertThat(HiddenWords.Matcher.NOTHING.find("anything")).isEqualTo(Optional.empty());
    }
}
