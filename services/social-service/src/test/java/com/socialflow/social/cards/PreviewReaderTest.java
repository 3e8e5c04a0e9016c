package com.socialflow.social.cards;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.platform.fetch.FetchOutcome.Fetched;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreviewReaderTest {

    private static final URI PAGE = URI.create("https://www.example.org/news/1");

    @Test
    void prefersWhatIsMeantForPreviews() {
        var preview = read("""
                <html><head><title>Plain</title>
                <meta property="og:title" content="Rich &amp; short">
                <meta name="description" content="plain">
                <meta property="og:description" content="rich">
                <meta property="og:site_name" content="Your Bank">
                <meta property="og:image" content="/pictures/1.jpg">
                </head><body><p>…</p></body></html>
                """).orElseThrow();

        assertThat(preview)
                .isEqualTo(new Preview(
                        "Rich & short", "rich", "example.org", Optional.of("https://www.example.org/pictures/1.jpg")));
    }

    @Test
    void makesDoWithATitle() {
        assertThat(read("<title> Hello\n  there </title>"))
                .hasValue(new Preview("Hello there", "", "example.org", Optional.empty()));
    }

    @Test
    void showsNothingWithoutATitle() {
        assertThat(read("<p>Hello</p>")).isEmpty();
        assertThat(read("<title> \u200b\n</title>")).isEmpty();
        assertThat(read("")).isEmpty();
        assertThat(read("\0\1\2\3")).isEmpty();
    }

    @Test
    void keepsNoMarkupAndNothingThatTurnsTheText() {
        var preview = read("""
                <meta property="og:title" content="a&#0;b &lt;script&gt;alert(1)&lt;/script&gt; \u202Egnp.exe">
                """).orElseThrow();

        assertThat(preview.title()).doesNotContain("\u202E", "\0").contains("<script>alert(1)</script>");
    }

    @Test
    void cutsWhatIsLong() {
        var preview = read("<title>" + "word ".repeat(100) + "</title><meta name=description content='"
                        + "\uD83D\uDE00".repeat(1_000) + "'>")
                .orElseThrow();

        assertThat(preview.title())
                .hasSizeLessThanOrEqualTo(PreviewReader.TITLE_MAX)
                .endsWith("word…");
        assertThat(preview.description()).hasSizeLessThanOrEqualTo(PreviewReader.DESCRIPTION_MAX);
        assertThat(preview.description().codePoints().filter(point -> point >= 0xD800 && point <= 0xDFFF))
                .isEmpty();
    }

    @Test
    void readsTheCharsetOfTheServerAndThatOfThePage() {
        var latin = "<meta charset=iso-8859-1><title>Bücher</title>".getBytes(StandardCharsets.ISO_8859_1);
        var cyrillic = "<title>Книги</title>".getBytes(Charset.forName("windows-1251"));

        assertThat(read(latin, null).orElseThrow().title()).isEqualTo("Bücher");
        assertThat(read(cyrillic, Charset.forName("windows-1251")).orElseThrow().title())
                .isEqualTo("Книги");
        assertThat(read("<title>本</title>".getBytes(StandardCharsets.UTF_8), null)
                        .orElseThrow()
                        .title())
                .isEqualTo("本");
    }

    @Test
    void takesPicturesOfTheWebAlone() {
        assertThat(read("<title>x</title><meta property=og:image content='data:image/png;base64,xx'>")
                        .orElseThrow()
                        .picture())
                .isNotPresent();
        assertThat(read("<title>x</title><meta property=og:image content='http://['>")
                        .orElseThrow()
                        .picture())
                .isNotPresent();
    }

    @Test
    void survivesDeepNesting() {
        assertThat(read("<title>Deep</title>" + "<div><b><table><tr><td>".repeat(20_000))
                        .orElseThrow()
                        .title())
                .isEqualTo("Deep");
    }

    private static Optional<Preview> read(String html) {
        return read(html.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Optional<Preview> read(byte[] html, @Nullable Charset charset) {
        return PreviewReader.read(new Fetched(PAGE, "text/html", charset, html));
    }
}
