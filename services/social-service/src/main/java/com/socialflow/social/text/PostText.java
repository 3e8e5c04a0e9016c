package com.socialflow.social.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * A text as it is stored: in Unicode's form NFC, with line feeds alone between lines, without blanks around it.
 *
 * @param spans in their order; none lies in another
 */
public record PostText(String value, List<Span> spans) {

    public static final PostText EMPTY = new PostText("", List.of());

    public PostText {
        spans = List.copyOf(spans);
    }

    /** The text of a post, with what leads elsewhere found. */
    static PostText of(String clean) {
        return new PostText(clean, new SpanScanner(clean).scan());
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** Whom it names, each once, in lower case. */
    public List<String> usernames() {
        return spansOf(Span.Mention.class)
                .map(Span.Mention::username)
                .distinct()
                .toList();
    }

    /** Its hashtags, each once, folded. */
    public List<String> tags() {
        return spansOf(Span.Hashtag.class).map(Span.Hashtag::tag).distinct().toList();
    }

    /** Whether it leads out of this place. */
    public boolean hasLinks() {
        return spansOf(Span.Link.class).findAny().isPresent();
    }

    private <S extends Span> Stream<S> spansOf(Class<S> kind) {
        return spans.stream().filter(kind::isInstance).map(kind::cast);
    }
}
