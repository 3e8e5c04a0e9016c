package com.socialflow.viewcount.shares;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a video is handed on. */
enum Way {
    /** Its address was copied. */
    LINK,
    /** The code that shows it in another page was copied. */
    EMBED,
    /** The device's own list of people and programs was used. */
    DEVICE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Way> find(String word) {
        return Arrays.stream(values()).filter(way -> way.word().equals(word)).findAny();
    }
}
