package com.socialflow.viewcount.clients;

import com.socialflow.viewcount.ViewSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** What is known of addresses beforehand. */
@Component
class NetworkTables {

    /** As much of an address as is not a household's own: it is all that a network's hash is made of. */
    private static final int IPV4_BYTES = 3;

    private static final int IPV6_BYTES = 6;
    private static final int IPV4_LENGTH = 4;

    private final Countries countries;
    private final Networks dataCentres;

    NetworkTables(ViewSettings settings) {
        this.countries = new Countries(settings.countries());
        this.dataCentres = dataCentres(settings.dataCentres());
    }

    private static Networks dataCentres(String path) {
        try {
            return path.isEmpty() ? Networks.NONE : Networks.of(Files.readAllLines(Path.of(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("socialflow.views.data-centres names no file that can be read: " + path, e);
        }
    }

    String country(InetAddress address) {
        return countries.of(address);
    }

    boolean dataCentre(InetAddress address) {
        return dataCentres.contain(address);
    }

    /** The first 24 bits of an IPv4 address, the first 48 of an IPv6 address. */
    static byte[] truncated(InetAddress address) {
        var bytes = address.getAddress();
        return Arrays.copyOf(bytes, bytes.length == IPV4_LENGTH ? IPV4_BYTES : IPV6_BYTES);
    }
}
