package com.socialflow.user.sessions;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signs in with, as far as it tells.
 *
 * @param name for people, such as {@code Firefox on Linux}
 */
record Device(String name, Kind kind) {

    /** What it looks like. */
    enum Kind {
        DESKTOP,
        PHONE,
        TABLET,
        PROGRAM,
        UNKNOWN;

        /** As the database and the API write it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    static final Device UNKNOWN = new Device("Unknown device", Kind.UNKNOWN);

    /** Characters of a {@code User-Agent} that are looked at. */
    private static final int LOOKED_AT = 512;

    private static final Pattern PROGRAM = Pattern.compile("([A-Za-z][A-Za-z0-9._ -]{0,38})/[0-9][^ ]*.*");

    private record Mark(String mark, String name) {}

    private record System(String mark, String name, Kind kind) {}

    /** The first that fits: most browsers also call themselves by the names further below. */
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("Vivaldi/", "Vivaldi"),
            new Mark("SamsungBrowser/", "Samsung Internet"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("Firefox/", "Firefox"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<System> SYSTEMS = List.of(
            new System("iPhone", "iPhone", Kind.PHONE),
            new System("iPad", "iPad", Kind.TABLET),
            new System("Android", "Android", Kind.PHONE),
            new System("Windows", "Windows", Kind.DESKTOP),
            new System("CrOS", "ChromeOS", Kind.DESKTOP),
            new System("Mac OS X", "macOS", Kind.DESKTOP),
            new System("Linux", "Linux", Kind.DESKTOP));

    /** What a {@code User-Agent} header says (RFC 9110, section 10.1.5). */
    static Device of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return UNKNOWN;
        }
        var text = userAgent.length() > LOOKED_AT ? userAgent.substring(0, LOOKED_AT) : userAgent;
        if (!text.startsWith("Mozilla/")) {
            var program = PROGRAM.matcher(text);
            return program.matches() ? new Device(program.group(1), Kind.PROGRAM) : UNKNOWN;
        }
        var browser =
                BROWSERS.stream().filter(mark -> text.contains(mark.mark())).findFirst();
        var system = SYSTEMS.stream().filter(mark -> text.contains(mark.mark())).findFirst();
        if (system.isEmpty()) {
            return browser.map(mark -> new Device(mark.name(), Kind.UNKNOWN)).orElse(UNKNOWN);
        }
        var name = browser.map(Mark::name).orElse("A browser") + " on "
                + system.get().name();
        // Android's own convention: what is no phone does not say Mobile.
        var tablet = system.get().name().equals("Android") && !text.contains("Mobile");
        return new Device(name, tablet ? Kind.TABLET : system.get().kind());
    }
}
