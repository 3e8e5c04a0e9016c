package com.socialflow.viewcount.beacons;

import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Single values of a beacon, each with its bounds: what is outside of them is unfit. */
final class Values {

    private static final double MILLIS = 1_000;

    private Values() {}

    /** Seconds from {@code min} to {@code max}, as whole milliseconds. */
    static long millis(JsonParser json, double min, double max, String code) {
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

    static boolean truth(JsonParser json, String code) {
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
