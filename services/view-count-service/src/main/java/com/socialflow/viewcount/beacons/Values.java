package com.socialflow.viewcount.beacons;

import com.socialflow.core.VideoId;
import com.socialflow.views.Source;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Single values of a beacon or an impression, each with its bounds: what is outside of them is unfit. */
public final class Values {

    /** Three years: the clock of a page that was never closed. */
    public static final double CLOCK_MAX_SECONDS = 100_000_000;

    private static final double MILLIS = 1_000;
    private static final int NAME_MIN = 8;
    private static final int NAME_MAX = 64;
    private static final int ID_MAX = 32;
    private static final int WORD_MAX = 16;
    private static final Map<String, Source> SOURCES = words(Source.values());

    private Values() {}

    /** As the API writes them; the first stands for what it does not name. */
    static <T extends Enum<T>> Map<String, T> words(T[] values) {
        var words = new HashMap<String, T>();
        for (var value : Arrays.copyOfRange(values, 1, values.length)) {
            words.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return Map.copyOf(words);
    }

    /** What a player or a page calls something: 8 to 64 letters, digits, hyphens and underscores. */
    public static String name(JsonParser json, String code) {
        var name = text(json, NAME_MAX, code);
        if (name.length() < NAME_MIN) {
            throw new Unfit(code);
        }
        for (var i = 0; i < name.length(); i++) {
            var letter = name.charAt(i);
            var fits = (letter >= 'a' && letter <= 'z')
                    || (letter >= 'A' && letter <= 'Z')
                    || (letter >= '0' && letter <= '9')
                    || letter == '-'
                    || letter == '_';
            if (!fits) {
                throw new Unfit(code);
            }
        }
        return name;
    }

    /** The id of a video, whether there is one or not. */
    public static VideoId video(JsonParser json) {
        try {
            return VideoId.parse(text(json, ID_MAX, "video-invalid"));
        } catch (IllegalArgumentException e) {
            throw new Unfit("video-invalid");
        }
    }

    /** Where somebody came from, or saw it. */
    public static Source source(JsonParser json) {
        return word(json, SOURCES, WORD_MAX, "source-unknown");
    }

    /** Seconds from {@code min} to {@code max}, as whole milliseconds. */
    public static long millis(JsonParser json, double min, double max, String code) {
        return Math.round(number(json, min, max, code) * MILLIS);
    }

    static double number(JsonParser json, double min, double max, String code) {
        var token = json.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw new Unfit(code);
        }
        var number = json.getDoubleValue();
        // Not a number is outside too.
        if (!(number >= min && number <= max)) {
            throw new Unfit(code);
        }
        return number;
    }

    static long whole(JsonParser json, long max, String code) {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new Unfit(code);
        }
        var number = json.getDoubleValue();
        if (!(number >= 0 && number <= max)) {
            throw new Unfit(code);
        }
        return json.getLongValue();
    }

    /** Whether it is so; a value of another kind is unfit. */
    public static boolean truth(JsonParser json, String code) {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> throw new Unfit(code);
        };
    }

    static String text(JsonParser json, int max, String code) {
        if (json.currentToken() != JsonToken.VALUE_STRING || json.getStringLength() > max) {
            throw new Unfit(code);
        }
        return json.getString();
    }

    static <T> T word(JsonParser json, Map<String, T> words, int max, String code) {
        var known = words.get(text(json, max, code));
        if (known == null) {
            throw new Unfit(code);
        }
        return known;
    }
}
