package com.socialflow.viewcount.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.platform.recurring.Recurring;
import com.socialflow.viewcount.CountryTable;
import com.socialflow.viewcount.ViewSettings;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Tables that an operator puts on the disk, replaces there, forgets and breaks. */
@ExtendWith(OutputCaptureExtension.class)
class NetworkTablesTest {

    @TempDir
    private Path folder;

    private Path countries = Path.of("");
    private Path dataCentres = Path.of("");

    @BeforeEach
    void name() {
        countries = folder.resolve("countries.mmdb");
        dataCentres = folder.resolve("data-centres.txt");
    }

    private static CountryTable both() throws Exception {
        return new CountryTable(6)
                .with("198.51.100.0/24", "NO")
                .with("198.51.100.128/25", "se")
                .with("198.51.100.200/32", "DE")
                .with("203.0.113.0/24", "")
                .with("192.0.2.0/24", "EUR")
                .with("2001:db8::/32", "JP")
                .with("2001:db8:1::/48", "KR");
    }

    private NetworkTables tables() {
        return new NetworkTables(new ViewSettings(4, countries.toString(), dataCentres.toString()), new Recurring());
    }

    private static String country(NetworkTables tables, String address) {
        return tables.country(InetAddress.ofLiteral(address));
    }

    /** As an update does it that nobody can catch half done. */
    private static void replace(Path file, byte[] bytes) throws Exception {
        var next = file.resolveSibling("next");
        Files.write(next, bytes);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.1, NO",
        "198.51.100.129, SE",
        "198.51.100.200, DE",
        "198.51.100.201, SE",
        "198.51.101.1, ''",
        "203.0.113.9, ''",
        "192.0.2.1, ''",
        "2001:db8::1, JP",
        "2001:db8:1:ffff::1, KR",
        "2001:db9::1, ''",
        "::ffff:198.51.100.1, NO",
        "10.1.2.3, ''",
        "192.168.0.7, ''",
        "127.0.0.1, ''",
        "fd00::1, ''",
        "::1, ''"
    })
    void theClosestNetworkAroundAnAddressSaysTheCountry(String address, String code) throws Exception {
        Files.write(countries, both().bytes());

        assertThat(country(tables(), address)).isEqualTo(code);
    }

    @Test
    void aTableOfTheOldAddressesKnowsNothingOfTheNew() throws Exception {
        Files.write(countries, new CountryTable(4).with("198.51.100.0/24", "NO").bytes());

        assertThat(country(tables(), "198.51.100.1")).isEqualTo("NO");
        assertThat(country(tables(), "2001:db8::1")).isEmpty();
    }

    @Test
    void whatIsReplacedIsReadWithoutARestart() throws Exception {
        Files.write(countries, both().bytes());
        Files.write(dataCentres, List.of("192.0.2.0/24 # somebody's"));
        var tables = tables();

        replace(countries, new CountryTable(6).with("198.51.100.0/24", "DK").bytes());
        replace(dataCentres, "198.51.100.0/24\n".getBytes(StandardCharsets.UTF_8));
        assertThat(country(tables, "198.51.100.1")).isEqualTo("NO");
        tables.refresh();

        assertThat(country(tables, "198.51.100.1")).isEqualTo("DK");
        assertThat(tables.dataCentre(InetAddress.ofLiteral("198.51.100.1"))).isTrue();
        assertThat(tables.dataCentre(InetAddress.ofLiteral("192.0.2.1"))).isFalse();
    }

    @Test
    void aTableThatComesLaterIsFoundAndOneThatGoesIsRemembered(CapturedOutput output) throws Exception {
        var tables = tables();
        tables.refresh();
        assertThat(country(tables, "198.51.100.1")).isEmpty();
        assertThat(output.toString().split("socialflow.views.countries names no table", -1))
                .hasSize(2);

        Files.write(countries, both().bytes());
        tables.refresh();
        assertThat(country(tables, "198.51.100.1")).isEqualTo("NO");

        Files.delete(countries);
        tables.refresh();
        assertThat(country(tables, "198.51.100.1")).isEqualTo("NO");
        assertThat(output.toString().split("socialflow.views.countries names no table", -1))
                .hasSize(3);
    }

    @Test
    void aBrokenTableIsWarnedOfAndWhatWasKnownStays(CapturedOutput output) throws Exception {
        Files.write(countries, "not a table".getBytes(StandardCharsets.UTF_8));
        Files.write(dataCentres, List.of("192.0.2.0/24"));
        var tables = tables();
        assertThat(country(tables, "198.51.100.1")).isEmpty();
        assertThat(output).contains("socialflow.views.countries names no table that can be read");

        var whole = both().bytes();
        replace(countries, whole);
        tables.refresh();
        replace(countries, Arrays.copyOf(whole, whole.length / 2));
        replace(dataCentres, "192.0.2.0/99\n".getBytes(StandardCharsets.UTF_8));
        tables.refresh();

        assertThat(country(tables, "198.51.100.1")).isEqualTo("NO");
        assertThat(tables.dataCentre(InetAddress.ofLiteral("192.0.2.1"))).isTrue();
        assertThat(output).contains("socialflow.views.data-centres names no table", "'192.0.2.0/99' is no network");
    }

    @Test
    void aTableThatIsDamagedInsideMakesCountriesUnknown(CapturedOutput output) throws Exception {
        var bytes = both().bytes();
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        Arrays.fill(bytes, text.indexOf("continent"), text.indexOf("MaxMind.com") - 3, (byte) 0xff);
        Files.write(countries, bytes);

        assertThat(country(tables(), "198.51.100.1")).isEmpty();
        assertThat(output).contains("the table of countries is damaged").doesNotContain("198.51.100.1");
    }

    @Test
    void aTableThatIsTooLargeIsNoneOfCountries(CapturedOutput output) throws Exception {
        try (var file = new RandomAccessFile(countries.toFile(), "rw")) {
            file.setLength(Countries.BYTES_MAX + 1);
        }

        assertThat(country(tables(), "198.51.100.1")).isEmpty();
        assertThat(output).contains("is none of countries");
    }

    @Test
    void withoutAnyTableNothingIsKnown() {
        var tables = new NetworkTables(new ViewSettings(4, "", ""), new Recurring());

        assertThat(country(tables, "198.51.100.1")).isEmpty();
        assertThat(tables.dataCentre(InetAddress.ofLiteral("192.0.2.1"))).isFalse();
    }
}
