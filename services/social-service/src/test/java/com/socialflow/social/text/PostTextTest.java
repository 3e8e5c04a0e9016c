package com.socialflow.social.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.socialflow.social.text.Texts.Taken;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostTextTest {

    static Stream<Arguments> mentions() {
        return Stream.of(
                arguments("@alice", "alice"),
                arguments("Hi @Alice_9, and @bob!", "alice_9 bob"),
                arguments("(@alice) \"@bob\"", "alice bob"),
                arguments("＠alice", "alice"),
                arguments("こんにちは@aliceさん", "alice"),
                arguments("@alice's cat", "alice"),
                arguments("@al", ""),
                arguments("@abcdefghijabcdefghijabcdefghij", "abcdefghijabcdefghijabcdefghij"),
                arguments("@abcdefghijabcdefghijabcdefghijk", ""),
                arguments("mail me@alice.example", ""),
                arguments("@alice@elsewhere.example", ""),
                arguments("@@alice", ""),
                arguments("@aliçe", ""),
                arguments("path/@alice", ""),
                arguments("https://example.org/@alice", ""));
    }

    @ParameterizedTest
    @MethodSource("mentions")
    void findsMentions(String text, String names) {
        assertThat(String.join(" ", taken(text).usernames())).isEqualTo(names);
    }

    static Stream<Arguments> hashtags() {
        return Stream.of(
                arguments("#Cats and #dogs", "cats dogs"),
                arguments("#CATS #cats", "cats"),
                arguments("＃東京 #日本語タグ", "東京 日本語タグ"),
                arguments("#Ｆｕｌｌ", "full"),
                arguments("#Straße #ÉTÉ #Ελλάδα", "straße été ελλάδα"),
                arguments("#हिन्दी #தமிழ் #ไทย #العربية #עברית", "हिन्दी தமிழ் ไทย العربية עברית"),
                arguments("#می\u200cخواهم", "می\u200cخواهم"),
                arguments("#col·lega", "col·lega"),
                arguments("#2026", ""),
                arguments("#2026goals", "2026goals"),
                arguments("#_", ""),
                arguments("#1 #️⃣ # #", ""),
                arguments("a#b", ""),
                arguments("##twice", ""),
                arguments("&#39; &#x27;", ""),
                arguments("#end.", "end"),
                arguments("#one#two", "one"),
                arguments("(#round) #dash-ed", "round dash"),
                arguments("https://example.org/#part", ""));
    }

    @ParameterizedTest
    @MethodSource("hashtags")
    void findsHashtags(String text, String tags) {
        assertThat(String.join(" ", taken(text).tags())).isEqualTo(tags);
    }

    static Stream<Arguments> links() {
        return Stream.of(
                arguments("https://example.org", "https://example.org"),
                arguments("See HTTPS://Example.org/A?b=c#d.", "https://Example.org/A?b=c#d"),
                arguments("(https://example.org/a_(b))", "https://example.org/a_(b)"),
                arguments("(see https://example.org/a)", "https://example.org/a"),
                arguments("https://example.org/a, then", "https://example.org/a"),
                arguments("https://example.org?!", "https://example.org"),
                arguments("https://youtu.be/abc-_", "https://youtu.be/abc-_"),
                arguments("http://example.org:8080/x", "http://example.org:8080/x"),
                arguments("https://bücher.example/größe", "https://bücher.example/größe"),
                arguments("https://例え.テスト/パス", "https://例え.テスト/パス"),
                arguments("https://xn--bcher-kva.example", "https://xn--bcher-kva.example"),
                arguments("見てhttps://example.comです", "https://example.com"),
                arguments("https://example.com/a、そして", "https://example.com/a"),
                arguments("https://ja.wikipedia.org/wiki/日本", "https://ja.wikipedia.org/wiki/日本"),
                arguments("<https://example.org/a>", "https://example.org/a"),
                arguments("\"https://example.org/a\"", "https://example.org/a"),
                arguments("https://a.example https://b.example", "https://a.example https://b.example"),
                arguments("https://example.org/a[1]", "https://example.org/a[1]"),
                arguments("[https://example.org/a]", "https://example.org/a"),
                // Shows one place and leads to another.
                arguments("https://bank.example@evil.example/", ""),
                arguments("https://user:word@evil.example/", ""),
                arguments("https://localhost/", ""),
                arguments("https://127.0.0.1/", ""),
                arguments("https://-bad.example", ""),
                arguments("https://.example.org", ""),
                arguments("https://", ""),
                arguments("https://example.o", ""),
                arguments("xhttps://example.org", ""),
                arguments("javascript:alert(1) data:text/html,x ftp://example.org", ""),
                arguments("example.org www.example.org", ""),
                arguments("https://" + "a".repeat(64) + ".example", ""));
    }

    @ParameterizedTest
    @MethodSource("links")
    void findsLinks(String text, String urls) {
        var found = taken(text).spans().stream()
                .filter(Span.Link.class::isInstance)
                .map(Span.Link.class::cast)
                .map(Span.Link::url)
                .toList();
        assertThat(String.join(" ", found)).isEqualTo(urls);
    }

    @Test
    void offsetsAreInUtf16() {
        var text = "👩‍👩‍👧 #über @alice 🇩🇪 https://example.org";

        assertThat(taken(text).spans())
                .extracting(span -> text.substring(span.start(), span.end()))
                .containsExactly("#über", "@alice", "https://example.org");
    }

    @Test
    void takesTextInOneForm() {
        assertThat(taken("  e\u0301\r\nzwei\rdrei\u2028vier \n").value()).isEqualTo("é\nzwei\ndrei\nvier");
        assertThat(taken(" \n\t ").isEmpty()).isTrue();
        assertThat(taken("\u200b\u200d\u2060").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007", "a\u001b[31m", "a\ud800", "\udc00", "a\u202eb", "a\u009f"})
    void refusesWhatNoTextMayHold(String text) {
        assertThat(code(text)).isEqualTo("characters");
    }

    @Test
    void countsWhatReadersSee() {
        assertThat(Texts.graphemes("👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇩🇪é👍🏽क्षि")).isEqualTo(6);
        assertThat(code("👩‍👩‍👧".repeat(Texts.POST_MAX / 8))).isEmpty();
        assertThat(code("a".repeat(Texts.POST_MAX))).isEmpty();
        assertThat(code("a".repeat(Texts.POST_MAX + 1))).isEqualTo("too-long");
        assertThat(code("a" + "\u0301".repeat(Texts.BYTES_MAX / 2 + 1))).isEqualTo("too-long");
        assertThat(code("字".repeat(Texts.BYTES_MAX))).isEqualTo("too-long");
    }

    private static List<String> hostile() {
        return List.of(
                "#".repeat(8_000),
                "@".repeat(8_000),
                "#a".repeat(4_000),
                "@aaa".repeat(3_000),
                "h".repeat(8_000),
                "https://".repeat(1_500),
                "https://a.".repeat(1_500),
                "https://a.bc/".repeat(1_000),
                "https://a.bc?".repeat(1_000),
                "https://a.bc/" + "(".repeat(1_900),
                "https://a.bc/" + ")".repeat(1_900),
                "https://a.bc/" + ".".repeat(8_000),
                "https://" + "a.".repeat(4_000),
                "a\u0301".repeat(4_000),
                "\u0301".repeat(8_000),
                "🇩".repeat(4_000),
                "\u200d".repeat(5_000),
                "👩\u200d".repeat(2_000),
                "ﷺ".repeat(5_000),
                "#" + "ﷺ".repeat(60));
    }

    /** All of them together take some milliseconds; what grows with the square of the length would not. */
    @Timeout(5)
    @Test
    void hostileTextTakesNoTime() {
        for (var text : hostile()) {
            Texts.post("text", text);
            new SpanScanner(text).scan();
            assertThat(Texts.graphemes(text)).isPositive();
        }
    }

    private static PostText taken(String text) {
        return switch (Texts.post("text", text)) {
            case Taken.Good<PostText>(var good) -> good;
            case Taken.Bad<PostText>(var error) -> throw new AssertionError(error.toString());
        };
    }

    private static String code(String text) {
        return switch (Texts.post("text", text)) {
            case Taken.Good<PostText> _ -> "";
            case Taken.Bad<PostText>(var error) -> error.code();
        };
    }
}
