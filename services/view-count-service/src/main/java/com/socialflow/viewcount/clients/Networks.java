package com.socialflow.viewcount.clients;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of networks, asked by address. */
final class Networks {

    static final Networks NONE = new Networks(List.of());

    private static final int ADDRESS_BYTES = 16;
    private static final int ADDRESS_BITS = 8 * ADDRESS_BYTES;

    /** IPv4 in the last 32 bits of an IPv6 address (RFC 4291, section 2.5.5.2). */
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private static final Comparator<Address> ORDER = (one, other) -> {
        var high = Long.compareUnsigned(one.high(), other.high());
        return high != 0 ? high : Long.compareUnsigned(one.low(), other.low());
    };

    private record Address(long high, long low) {}

    private record Range(Address first, Address last) {}

    private final List<Range> ranges;

    private Networks(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * Of lines such as {@code 192.0.2.0/24}; what follows a {@code #} is a comment.
     *
     * @throws IllegalArgumentException when a line is no network
     */
    static Networks of(List<String> lines) {
        var ranges = new ArrayList<Range>();
        for (var line : lines) {
            var text = line.split("#", 2)[0].strip();
            if (!text.isEmpty()) {
                ranges.add(range(text));
            }
        }
        ranges.sort(Comparator.comparing(Range::first, ORDER));
        return new Networks(joined(ranges));
    }

    private static Range range(String text) {
        var slash = text.indexOf('/');
        try {
            var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            var bytes = wide(address);
            var own = address.getAddress().length * Byte.SIZE;
            var length = slash < 0 ? own : Integer.parseInt(text.substring(slash + 1));
            if (length < 0 || length > own) {
                throw new IllegalArgumentException("a prefix of %d bits".formatted(length));
            }
            var prefix = ADDRESS_BITS - own + length;
            return new Range(filled(bytes, prefix, 0), filled(bytes, prefix, -1));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'%s' is no network: %s".formatted(text, e.getMessage()), e);
        }
    }

    /** The address with these bits behind the prefix. */
    private static Address filled(byte[] bytes, int prefix, long bits) {
        var highMask = mask(prefix);
        var lowMask = mask(prefix - Long.SIZE);
        var address = address(bytes);
        return new Address(
                (address.high() & highMask) | (bits & ~highMask), (address.low() & lowMask) | (bits & ~lowMask));
    }

    private static long mask(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= Long.SIZE ? -1L : -1L << (Long.SIZE - bits);
    }

    private static List<Range> joined(List<Range> sorted) {
        var joined = new ArrayList<Range>();
        for (var range : sorted) {
            var before = joined.isEmpty() ? null : joined.getLast();
            if (before == null || ORDER.compare(range.first(), before.last()) > 0) {
                joined.add(range);
            } else if (ORDER.compare(range.last(), before.last()) > 0) {
                joined.set(joined.size() - 1, new Range(before.first(), range.last()));
            }
        }
        return List.copyOf(joined);
    }

    boolean contain(InetAddress address) {
        if (ranges.isEmpty()) {
            return false;
        }
        var wanted = address(wide(address));
        var low = 0;
        var high = ranges.size() - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var range = ranges.get(middle);
            if (ORDER.compare(wanted, range.first()) < 0) {
                high = middle - 1;
            } else if (ORDER.compare(wanted, range.last()) > 0) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    private static Address address(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new Address(buffer.getLong(), buffer.getLong());
    }

    private static byte[] wide(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length == ADDRESS_BYTES) {
            return bytes;
        }
        return ByteBuffer.allocate(ADDRESS_BYTES).put(MAPPED).put(bytes).array();
    }
}
