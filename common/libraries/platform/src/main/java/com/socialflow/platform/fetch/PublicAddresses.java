package com.socialflow.platform.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are everybody's, by the registries of special ones (RFC 6890, as IANA continues it). All others may
 * be of this machine, of its network, or of whoever runs it.
 */
final class PublicAddresses {

    /** What lies within the space for everybody and is not. */
    private static final List<Block> SPECIAL = List.of(
            // This network, private ones, shared by carriers, this machine, link-local: among them what clouds tell of.
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.168.0.0", 16),
            // Protocols, documentation, relays, benchmarks.
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            // Multicast, reserved, broadcast.
            Block.of("224.0.0.0", 3),
            // Protocols such as Teredo, documentation, 6to4.
            Block.of("2001:0:0:0:0:0:0:0", 23),
            Block.of("2001:db8:0:0:0:0:0:0", 32),
            Block.of("2002:0:0:0:0:0:0:0", 16),
            Block.of("3fff:0:0:0:0:0:0:0", 20));

    /** All of IPv6 that is given out: not unique local, link-local, multicast, mapped, compatible or translated. */
    private static final Block GIVEN_OUT = Block.of("2000:0:0:0:0:0:0:0", 3);

    private PublicAddresses() {}

    /** The first bits of an address. */
    private record Block(byte[] address, int bits) {

        static Block of(String literal, int bits) {
            try {
                return new Block(InetAddress.ofLiteral(literal).getAddress(), bits);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(literal, e);
            }
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit += 8) {
                var mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
                if (((other[bit / 8] ^ address[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    static boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        return (!(address instanceof Inet6Address) || GIVEN_OUT.contains(bytes))
                && SPECIAL.stream().noneMatch(block -> block.contains(bytes));
    }
}
