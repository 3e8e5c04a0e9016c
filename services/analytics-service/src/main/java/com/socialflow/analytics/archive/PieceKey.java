package com.socialflow.analytics.archive;

import static com.socialflow.core.Require.require;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a file lies: {@code views/p3/2026-11-27/18/00000000000000012345-00000000000000013001.parquet}, by partition,
 * hour of receipt, and the first and last entry in it.
 */
record PieceKey(int partition, Instant hour, long first, long last) {

    static final String ROOT = "views/";

    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyy-MM-dd/HH", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern KEY =
            Pattern.compile("views/p(\\d+)/(\\d{4}-\\d\\d-\\d\\d/\\d\\d)/(\\d{20})-(\\d{20})\\.parquet");

    PieceKey {
        require(hour.equals(hour.truncatedTo(ChronoUnit.HOURS)), "files are of hours");
    }

    static String folder(int partition) {
        return ROOT + "p" + partition + "/";
    }

    /** What lies in hours before this one is before this key. */
    static String before(int partition, Instant hour) {
        return folder(partition) + FOLDER.format(hour);
    }

    String text() {
        return "%s/%020d-%020d.parquet".formatted(before(partition, hour), first, last);
    }

    static PieceKey parse(String text) {
        var parts = KEY.matcher(text);
        require(parts.matches(), "not a file of the archive: %s", text);
        return new PieceKey(
                Integer.parseInt(parts.group(1)),
                LocalDateTime.parse(parts.group(2), FOLDER).toInstant(ZoneOffset.UTC),
                Long.parseLong(parts.group(3)),
                Long.parseLong(parts.group(4)));
    }
}
