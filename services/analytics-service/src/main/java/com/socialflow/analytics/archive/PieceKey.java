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
 * Where a file lies: {@code views/p3/2026-11-27/18/00000000000000012345-00000000000000013001.parquet}, by log,
 * partition, hour of receipt, and the first and last entry in it.
 */
record PieceKey(ArchivedLog log, int partition, Instant hour, long first, long last) {

    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyy-MM-dd/HH", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern KEY =
            Pattern.compile("p(\\d+)/(\\d{4}-\\d\\d-\\d\\d/\\d\\d)/(\\d{20})-(\\d{20})\\.parquet");

    PieceKey {
        require(hour.equals(hour.truncatedTo(ChronoUnit.HOURS)), "files are of hours");
    }

    static String folder(ArchivedLog log, int partition) {
        return log.root() + "p" + partition + "/";
    }

    /** What lies in hours before this one is before this key. */
    static String before(ArchivedLog log, int partition, Instant hour) {
        return folder(log, partition) + FOLDER.format(hour);
    }

    String text() {
        return "%s/%020d-%020d.parquet".formatted(before(log, partition, hour), first, last);
    }

    static PieceKey parse(ArchivedLog log, String text) {
        require(text.startsWith(log.root()), "not a file of this log: %s", text);
        var parts = KEY.matcher(text.substring(log.root().length()));
        require(parts.matches(), "not a file of the archive: %s", text);
        return new PieceKey(
                log,
                Integer.parseInt(parts.group(1)),
                LocalDateTime.parse(parts.group(2), FOLDER).toInstant(ZoneOffset.UTC),
                Long.parseLong(parts.group(3)),
                Long.parseLong(parts.group(4)));
    }
}
