package com.socialflow.user.sessions;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Parts of addresses: enough to recognize where somebody comes from, not whom a line belongs to. */
final class Networks {

    private static final int IPV6_BYTES = 16;
    private static final int IPV6_KEPT_BYTES = 6;
    private static final int IPV4_KEPT_BYTES = 3;

    private Networks() {}

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
