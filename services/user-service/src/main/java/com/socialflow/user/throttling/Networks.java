package com.socialflow.user.throttling;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where requests come from, as far as one customer of a provider can vary it. */
public final class Networks {

    private static final int IPV6_BYTES = 16;
    private static final int IPV6_NETWORK_BYTES = 8;

    private Networks() {}

    /**
     * The address, or of IPv6 the half that a provider gives one customer.
     *
     * @param address as a request has it: a number, never a name
     */
    public static String of(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            var length = bytes.length == IPV6_BYTES ? IPV6_NETWORK_BYTES : bytes.length;
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, length));
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
