package com.socialflow.social.text;

import com.socialflow.social.text.Span.Hashtag;
import com.socialflow.social.text.Span.Link;
import com.socialflow.social.text.Span.Mention;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds mentions, hashtags and links in one pass over a text. */
final class SpanScanner {

    private static final int USERNAME_MIN = 3;
    private static final int USERNAME_MAX = 30;

    private final String text;
    private final List<Span> spans = new ArrayList<>();

    SpanScanner(String text) {
        this.text = text;
    }

    List<Span> scan() {
        var at = 0;
        while (at < text.length()) {
            at = step(at);
        }
        return spans;
    }

    /** Looks at one place, and gives where to look next. */
    private int step(int at) {
        var character = text.codePointAt(at);
        var next = at + Character.charCount(character);
        return switch (character) {
            case '@', '＠' -> afterWord(at) ? next : mention(at, next);
            case '#', '＃' -> afterLetter(at) ? next : hashtag(at, next);
            case 'h', 'H' -> afterWord(at) ? next : link(at, next);
            default -> next;
        };
    }

    /**
     * In the middle of a name, an address of mail or a path. Languages without blanks write names after their words.
     */
    private boolean afterWord(int at) {
        return at > 0 && (usable(text.charAt(at - 1)) || "@＠#＃/$.-".indexOf(text.charAt(at - 1)) >= 0);
    }

    /** In the middle of a word of any script, a reference of HTML or a path. */
    private boolean afterLetter(int at) {
        return at > 0 && (Hashtags.continues(text.codePointBefore(at)) || "@＠#＃/&".indexOf(text.charAt(at - 1)) >= 0);
    }

    private int mention(int at, int from) {
        var end = from;
        while (end < text.length() && usable(text.charAt(end))) {
            end++;
        }
        var length = end - from;
        if (length >= USERNAME_MIN && length <= USERNAME_MAX && !nameGoesOn(end)) {
            spans.add(new Mention(at, end, text.substring(from, end).toLowerCase(Locale.ROOT)));
        }
        return end;
    }

    /** With a letter that no username has, or with the name of another server. */
    private boolean nameGoesOn(int end) {
        if (end == text.length()) {
            return false;
        }
        var character = text.codePointAt(end);
        return character == '@' || character == '＠' || UnicodeScript.of(character) == UnicodeScript.LATIN;
    }

    private static boolean usable(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '_';
    }

    private int hashtag(int at, int from) {
        if (from == text.length() || !Hashtags.begins(text.codePointAt(from))) {
            return from;
        }
        var end = from;
        while (end < text.length() && Hashtags.continues(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        var last = end;
        Hashtags.fold(text.substring(from, end)).ifPresent(tag -> spans.add(new Hashtag(at, last, tag)));
        return end;
    }

    private int link(int at, int next) {
        var link = LinkScanner.at(text, at);
        if (link.isEmpty()) {
            return next;
        }
        var end = link.getAsInt();
        var url = text.substring(at, end);
        var scheme = url.indexOf(':');
        spans.add(new Link(at, end, url.substring(0, scheme).toLowerCase(Locale.ROOT) + url.substring(scheme)));
        return end;
    }
}
