package com.socialflow.viewcount.clients;

import static com.socialflow.core.Require.require;

import com.maxmind.db.MaxMindDbConstructor;
import com.maxmind.db.MaxMindDbParameter;
import com.maxmind.db.Reader;
import com.maxmind.db.Reader.FileMode;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The country of an address, from a table on this machine; nobody else is asked. */
final class Countries {

    static final String UNKNOWN = "";

    static final Countries NONE = new Countries(null);

    /** A table of countries has about 10 MB; one of cities would take from the heap what views need. */
    static final long BYTES_MAX = 64_000_000;

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
    private static final int IPV4 = 4;
    private static final Logger log = LoggerFactory.getLogger(Countries.class);

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
    private final AtomicBoolean warned = new AtomicBoolean();

    private Countries(@Nullable Reader table) {
        this.table = table;
    }

    /**
     * The table of this file. It is held in memory: a file that is mapped must not be written over.
     *
     * @throws IOException when there is no table in MaxMind's format
     */
    static Countries of(Path file) throws IOException {
        var bytes = Files.size(file);
        require(bytes <= BYTES_MAX, "a table of %d bytes is none of countries: at most %d", bytes, BYTES_MAX);
        var table = new Reader(file.toFile(), FileMode.MEMORY);
        log.info(
                "countries are those of {}, made {}",
                table.getMetadata().databaseType(),
                table.getMetadata().buildTime());
        return new Countries(table);
    }

    /** Two letters; {@link #UNKNOWN} when the table does not say. */
    String of(InetAddress address) {
        if (table == null || (table.getMetadata().ipVersion() == IPV4 && address instanceof Inet6Address)) {
            return UNKNOWN;
        }
        try {
            return code(table.get(address, Entry.class));
        } catch (IOException | RuntimeException e) {
            // The address is not for the log.
            if (warned.compareAndSet(false, true)) {
                log.warn(
                        "the table of countries is damaged, or not one of countries: {}",
                        e.getClass().getName());
            }
            return UNKNOWN;
        }
    }

    private static String code(@Nullable Entry entry) {
        var country = entry == null ? null : entry.country();
        if (country == null || country.code() == null) {
            return UNKNOWN;
        }
        var code = country.code().toUpperCase(Locale.ROOT);
        return CODE.matcher(code).matches() ? code : UNKNOWN;
    }
}
