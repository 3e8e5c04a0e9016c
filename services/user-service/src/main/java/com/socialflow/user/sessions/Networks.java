package com.socialflow.user.sessions;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Parts of addresses: enough to recognize where somebody comes from, not whom a line belongs to. */
final class Networks {

    private static final int IPV6_BYTES = 16;
    private static final int IPV6_CUSTOMER_BYTES = 8;
    private static final int IPV6_KEPT_BYTES = 6;
    private static final int IPV4_KEPT_BYTES = 3;

    private Networks() {}

    /** Whom tries are counted for: the address, or of IPv6 the half that a provider gives one customer. */
    static String customer(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            var text = new StringBuilder();
            for (var i = 0; i < (bytes.length == IPV6_BYTES ? IPV6_CUSTOMER_BYTES : bytes.length); i++) {
                text.append("%02x".formatted(bytes[i]));
            }
            return text.toString();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    /** What is kept of an address: {@code 203.0.113.0/24}, {@code 2001:db8:5:0:0:0:0:0/48}. */
    static String kept(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            var kept = bytes.length == IPV6_BYTES ? IPV6_KEPT_BYTES : IPV4_KEPT_BYTES;
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return "%s/%d".formatted(InetAddress.getByAddress(bytes).getHostAddress(), kept * Byte.SIZE);
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
