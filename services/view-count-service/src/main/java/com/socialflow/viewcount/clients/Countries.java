package com.socialflow.viewcount.clients;

import com.maxmind.db.MaxMindDbConstructor;
import com.maxmind.db.MaxMindDbParameter;
import com.maxmind.db.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The country of an address, from a table on this machine; nobody else is asked. */
final class Countries {

    static final String UNKNOWN = "";

    private static final int CODE_LENGTH = 2;

    /** What is read of an entry; the rest, such as names in many languages, is passed over. */
    public record Entry(@Nullable Country country) {

        @MaxMindDbConstructor
        public Entry(@MaxMindDbParameter(name = "country") @Nullable Country country) {
            this.country = country;
        }
    }

    /** ISO 3166-1, two letters. */
    public record Country(@Nullable String code) {

        @MaxMindDbConstructor
        public Country(@MaxMindDbParameter(name = "iso_code") @Nullable String code) {
            this.code = code;
        }
    }

    private final @Nullable Reader table;

    /**
     * Countries of the table at this path; all unknown when it is empty.
     *
     * @throws UncheckedIOException when there is a path and no table there
     */
    Countries(String path) {
        try {
            this.table = path.isEmpty() ? null : new Reader(Path.of(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("socialflow.views.countries names no table that can be read: " + path, e);
        }
    }

    String of(InetAddress address) {
        if (table == null) {
            return UNKNOWN;
        }
        try {
            var entry = table.get(address, Entry.class);
            var country = entry == null ? null : entry.country();
            var code = country == null ? null : country.code();
            return code == null || code.length() != CODE_LENGTH ? UNKNOWN : code.toUpperCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
