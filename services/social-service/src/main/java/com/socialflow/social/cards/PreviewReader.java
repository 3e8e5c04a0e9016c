package com.socialflow.social.cards;

import com.socialflow.platform.fetch.FetchOutcome.Fetched;
import com.socialflow.platform.fetch.WebAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads what a page says of itself: Open Graph first, then what HTML has for it. */
final class PreviewReader {

    /** In UTF-16 units: two lines of a card. */
    static final int TITLE_MAX = 200;

    /** In UTF-16 units: four lines of a card. */
    static final int DESCRIPTION_MAX = 400;

    /** Control characters, and those that turn the order of what stands after them. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\s\\u2028\\u2029]+");

    private PreviewReader() {}

    /** Empty when the page has no title. */
    static Optional<Preview> read(Fetched page) {
        var document = parse(page);
        var title = first(TITLE_MAX, meta(document, "og:title"), meta(document, "twitter:title"), document.title());
        if (title.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Preview(
                title,
                first(
                        DESCRIPTION_MAX,
                        meta(document, "og:description"),
                        meta(document, "twitter:description"),
                        meta(document, "description")),
                site(page),
                picture(document)));
    }

    /** Without a charset from the server the page says it, or it is UTF-8. */
    private static Document parse(Fetched page) {
        var charset = page.charset();
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(page.body()),
                    charset == null ? null : charset.name(),
                    page.address().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String meta(Document document, String name) {
        return metas(document, name)
                .map(meta -> meta.attr("content"))
                .findFirst()
                .orElse("");
    }

    /** By property, as Open Graph has it, or by name, as many write it. */
    private static Stream<Element> metas(Document document, String name) {
        return document.getElementsByTag("meta").stream()
                .filter(meta -> meta.attr("property").equalsIgnoreCase(name)
                        || meta.attr("name").equalsIgnoreCase(name))
                .filter(meta -> !meta.attr("content").isBlank());
    }

    private static Optional<String> picture(Document document) {
        return Stream.of("og:image:secure_url", "og:image:url", "og:image", "twitter:image")
                .flatMap(name -> metas(document, name))
                .map(meta -> meta.absUrl("content"))
                .filter(address -> WebAddress.parse(address).isPresent())
                .findFirst();
    }

    private static String site(Fetched page) {
        var host = String.valueOf(page.address().getHost());
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    private static String first(int max, String... candidates) {
        return Stream.of(candidates)
                .map(text -> cut(UNSEEN.matcher(text).replaceAll(" ").strip(), max))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** At a space where there is one near, and never through a character. */
    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        var space = text.lastIndexOf(' ', max - 1);
        var end = space > max / 2 ? space : max - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).strip() + "…";
    }
}
