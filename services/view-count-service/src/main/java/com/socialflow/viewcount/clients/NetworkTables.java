package com.socialflow.viewcount.clients;

import com.socialflow.platform.recurring.Recurring;
import com.socialflow.viewcount.ViewSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** What is known of addresses beforehand, as the operator's files have it at the moment. */
@Component
class NetworkTables {

    /** Files are made anew once a month or a week: nobody waits for the next of them. */
    private static final Duration LOOKS_EVERY = Duration.ofMinutes(1);

    /** As much of an address as is not a household's own: it is all that a network's hash is made of. */
    private static final int IPV4_BYTES = 3;

    private static final int IPV6_BYTES = 6;
    private static final int IPV4_LENGTH = 4;

    private final TableFile<Countries> countries;
    private final TableFile<Networks> dataCentres;

    NetworkTables(ViewSettings settings, Recurring recurring) {
        this.countries =
                new TableFile<>("socialflow.views.countries", settings.countries(), Countries.NONE, Countries::of);
        this.dataCentres = new TableFile<>(
                "socialflow.views.data-centres", settings.dataCentres(), Networks.NONE, NetworkTables::networks);
        refresh();
        recurring.every(LOOKS_EVERY, "network-tables", this::refresh);
    }

    private static Networks networks(Path file) throws IOException {
        return Networks.of(Files.readAllLines(file));
    }

    /** Reads what was replaced. */
    void refresh() {
        countries.refresh();
        dataCentres.refresh();
    }

    String country(InetAddress address) {
        return countries.table().of(address);
    }

    boolean dataCentre(InetAddress address) {
        return dataCentres.table().contain(address);
    }

    /** The first 24 bits of an IPv4 address, the first 48 of an IPv6 address. */
    static byte[] truncated(InetAddress address) {
        var bytes = address.getAddress();
        return Arrays.copyOf(bytes, bytes.length == IPV4_LENGTH ? IPV4_BYTES : IPV6_BYTES);
    }
}
