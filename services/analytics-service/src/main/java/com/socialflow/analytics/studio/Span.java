package com.socialflow.analytics.studio;

import com.socialflow.analytics.cells.Granularity;
import com.socialflow.core.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From when to when numbers are wanted, and by how long pieces of time. Days are those of the zone.
 *
 * @param from the begin of a piece
 * @param to not included; the end of a piece
 */
record Span(Granularity granularity, Instant from, Instant to, ZoneId zone) {

    /** A leap year. */
    static final Duration DAYS_MAX = Duration.ofDays(366);

    /** Of hours: about 2,200 points. */
    static final Duration HOURS_MAX = Duration.ofDays(92);

    static final Duration MINUTES_MAX = Duration.ofHours(48);

    private static final int USUAL_DAYS = 28;
    private static final int USUAL_HOURS = 48;
    private static final int USUAL_MINUTES = 60;

    /** What a request says of it; null: nothing. */
    record Wanted(
            @Nullable String granularity,
            @Nullable String from,
            @Nullable String to,
            @Nullable String zone) {

        /** Whole days of UTC. */
        static Wanted days(@Nullable String from, @Nullable String to) {
            return new Wanted(Granularity.DAY.word(), from, to, null);
        }
    }

    /**
     * The span that is wanted, made wider to whole pieces of time. Usually up to now.
     *
     * @throws Problem 422 when it is none, or too long
     */
    static Span of(Wanted wanted, Instant now) {
        var granularity = granularity(wanted.granularity());
        var zone = zone(wanted.zone());
        var to = wanted.to() == null ? now : time("to", wanted.to(), zone);
        var end = ceiling(granularity, to, zone);
        var from = wanted.from() == null ? usual(granularity, end) : time("from", wanted.from(), zone);
        var begin = floor(granularity, from, zone);
        if (!from.isBefore(to)) {
            throw Problem.invalid("from", "not-before", "from is before to, which is now unless it is given");
        }
        var max = max(granularity);
        // A day of a zone may have an hour more.
        if (Duration.between(begin, end).compareTo(max.plusHours(1)) > 0) {
            throw Problem.invalid(
                    "from", "too-long", "by %s, at most %d hours at once", granularity.word(), max.toHours());
        }
        return new Span(granularity, begin, end, zone);
    }

    /** Which cells to read: those of hours make days of any zone. */
    Granularity cells() {
        return granularity == Granularity.DAY && !zone.equals(ZoneOffset.UTC) ? Granularity.HOUR : granularity;
    }

    /** The begin of the piece that has this moment in it. */
    Instant pieceOf(Instant time) {
        return floor(granularity, time, zone);
    }

    /** The begins of all pieces, in order. */
    List<Instant> pieces() {
        var pieces = new ArrayList<Instant>();
        for (var piece = from; piece.isBefore(to); piece = next(granularity, piece, zone)) {
            pieces.add(piece);
        }
        return pieces;
    }

    private static Granularity granularity(@Nullable String word) {
        for (var granularity : Granularity.values()) {
            if (granularity.word().equals(word == null ? Granularity.DAY.word() : word)) {
                return granularity;
            }
        }
        throw Problem.invalid("granularity", "unknown", "granularity is minute, hour or day");
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null || name.equals("UTC")
                    ? ZoneOffset.UTC
                    : ZoneId.of(name).normalized();
        } catch (DateTimeException e) {
            throw Problem.invalid("zone", "unknown", "zone is the name of a time zone, such as Europe/Oslo");
        }
    }

    private static Instant time(String field, String text, ZoneId zone) {
        try {
            var time = text.length() == "2026-01-31".length()
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : ZonedDateTime.parse(text).toInstant();
            if (time.isAfter(Instant.EPOCH) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw Problem.invalid(field, "malformed", "%s is a moment as in RFC 3339, or a day such as 2026-01-31", field);
    }

    /** Nobody asks for later, and sums with it stay far from overflowing. */
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static Instant usual(Granularity granularity, Instant end) {
        return switch (granularity) {
            case MINUTE -> end.minus(Duration.ofMinutes(USUAL_MINUTES));
            case HOUR -> end.minus(Duration.ofHours(USUAL_HOURS));
            case DAY -> end.minus(Duration.ofDays(USUAL_DAYS));
        };
    }

    private static Duration max(Granularity granularity) {
        return switch (granularity) {
            case MINUTE -> MINUTES_MAX;
            case HOUR -> HOURS_MAX;
            case DAY -> DAYS_MAX;
        };
    }

    private static Instant floor(Granularity granularity, Instant time, ZoneId zone) {
        return granularity == Granularity.DAY
                ? time.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant()
                : granularity.start(time);
    }

    private static Instant ceiling(Granularity granularity, Instant time, ZoneId zone) {
        var floor = floor(granularity, time, zone);
        return floor.equals(time) ? floor : next(granularity, floor, zone);
    }

    private static Instant next(Granularity granularity, Instant piece, ZoneId zone) {
        return granularity == Granularity.DAY
                ? piece.atZone(zone)
                        .toLocalDate()
                        .plus(1, ChronoUnit.DAYS)
                        .atStartOfDay(zone)
                        .toInstant()
                : piece.plus(granularity.length());
    }
}
