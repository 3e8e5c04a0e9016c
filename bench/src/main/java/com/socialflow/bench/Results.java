package com.socialflow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, each figure beside its goal. */
final class Results {

    private record Row(String what, String figure, String goal, boolean met) {}

    private final List<Row> rows = new ArrayList<>();

    /** A figure that must not be above the goal. */
    void atMost(String what, double figure, double goal, String unit) {
        add(what, figure, "at most ", goal, unit, figure <= goal);
    }

    /** A figure that must not be below the goal. */
    void atLeast(String what, double figure, double goal, String unit) {
        add(what, figure, "at least ", goal, unit, figure >= goal);
    }

    /** A figure without a goal, for context. */
    void note(String what, double figure, String unit) {
        rows.add(new Row(what, number(figure) + " " + unit, "", true));
        System.out.printf(Locale.ROOT, "  %s: %s %s%n", what, number(figure), unit);
    }

    /** A measurement that was not possible here. */
    void skipped(String what, String why) {
        rows.add(new Row(what, "not measured: " + why, "", true));
    }

    private void add(String what, double figure, String bound, double goal, String unit, boolean met) {
        rows.add(new Row(what, number(figure) + " " + unit, bound + number(goal) + " " + unit, met));
        System.out.printf(Locale.ROOT, "  %s: %s %s (%s%s)%n", what, number(figure), unit, bound, number(goal));
    }

    private static String number(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }

    void print() throws IOException {
        System.out.printf(
                "%n%s, %s, %d processors, load %s%n%n",
                LocalDate.now(ZoneOffset.UTC),
                model(),
                Runtime.getRuntime().availableProcessors(),
                Files.readString(Path.of("/proc/loadavg")).strip());
        System.out.println("| what | figure | goal | |");
        System.out.println("|---|---|---|---|");
        rows.forEach(row -> System.out.printf(
                "| %s | %s | %s | %s |%n",
                row.what(), row.figure(), row.goal(), row.goal().isEmpty() ? "" : row.met() ? "met" : "**missed**"));
    }

    private static String model() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElse("unknown processor");
    }
}
