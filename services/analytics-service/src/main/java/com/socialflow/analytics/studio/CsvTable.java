package com.socialflow.analytics.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows for a spreadsheet (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it,
 * which spreadsheets don't show.
 */
final class CsvTable {

    private static final String STARTS_OF_FORMULAS = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder();

    CsvTable(List<String> head) {
        add(head);
    }

    CsvTable(String... head) {
        this(List.of(head));
    }

    void row(@Nullable Object... cells) {
        add(new ArrayList<>(Arrays.asList(cells)));
    }

    void add(List<? extends @Nullable Object> cells) {
        text.append(cells.stream().map(CsvTable::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var plain = value.toString();
        if (value instanceof Number) {
            return plain;
        }
        var harmless = plain.isEmpty() || STARTS_OF_FORMULAS.indexOf(plain.charAt(0)) < 0 ? plain : "'" + plain;
        var quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
