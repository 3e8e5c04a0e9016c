package com.socialflow.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Looks for what somebody left behind, everywhere. Words are found in any case, and as bytes. */
public final class Traces {

    private Traces() {}

    /** Where in any table of the database one of the words is. */
    public static List<String> inDatabase(TestDatabase database, Collection<String> words) {
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            for (var table : tables(connection)) {
                search(connection, table, words, found);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT quote_ident(schemaname) || '.' || quote_ident(tablename)
                          FROM pg_tables
                         WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                        """)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void search(Connection connection, String table, Collection<String> words, List<String> found)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT to_jsonb(t)::text FROM %s t".formatted(table))) {
            while (rows.next()) {
                var row = rows.getString(1);
                words.stream()
                        .filter(word -> contains(row, word))
                        .forEach(word -> found.add("%s has %s: %s".formatted(table, word, row)));
            }
        }
    }

    /** Whether the text has the word, as it is or as a hexadecimal dump shows it. */
    public static boolean contains(String text, String word) {
        var bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)) || text.contains(bytes);
    }

    /** Which files under the directory have one of the words, in their path or in their bytes. */
    public static List<String> inFiles(Path directory, Collection<String> words) {
        try (var files = Files.walk(directory)) {
            var found = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                // One character a byte: nothing is lost.
                var content = file + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1);
                words.stream()
                        .filter(word -> contains(content, word))
                        .forEach(word -> found.add("%s has %s".formatted(file, word)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
