package com.socialflow.platform.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** The network that an address belongs to, as far as it is one customer's. */
public final class Network {

    private static final int IPV6_BYTES = 16;

    /** What a provider gives one customer at least (RFC 6177). */
    private static final int CUSTOMER_BYTES = 8;

    private Network() {}

    /** An IPv4 address as it is; of an IPv6 address its first 64 bits. */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // A number, which needs no name server.
            var inet = InetAddress.getByName(address);
            var bytes = inet.getAddress();
            return bytes.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(bytes, 0, CUSTOMER_BYTES)
                    : String.valueOf(inet.getHostAddress());
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
