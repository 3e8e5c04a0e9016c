package com.socialflow.viewcount;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes small tables of countries in version 2.0 of MaxMind's format (maxmind.github.io/MaxMind-DB), with the fields
 * beside the country that published tables have.
 */
public final class CountryTable {

    private static final byte[] MARKER = "\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1);
    private static final int SEPARATOR = 16;
    private static final int RECORD_BITS = 24;

    /** A place in the tree: each side is another node, what is known of all addresses there, or nothing. */
    private static final class Node {
        final @Nullable Object[] sides = new Object[2];
    }

    private final int version;
    private final Node root = new Node();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> numbers = new IdentityHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Fields data = new Fields();

    /**
     * A table without any network.
     *
     * @param version of the addresses: 4, or 6, which has both
     */
    public CountryTable(int version) {
        this.version = version;
    }

    /** With a network inside or beside those before; of an empty code only the continent is known. */
    public CountryTable with(String network, String code) throws Exception {
        var parts = network.split("/", 2);
        var bytes = InetAddress.ofLiteral(parts[0]).getAddress();
        var skipped = version == 6 && bytes.length == 4 ? 96 : 0;
        var length = skipped + Integer.parseInt(parts[1]);
        var node = root;
        for (var bit = 0; bit < length; bit++) {
            var side = bit < skipped ? 0 : bytes[(bit - skipped) / 8] >> (7 - (bit - skipped) % 8) & 1;
            if (bit == length - 1) {
                node.sides[side] = code;
            } else if (node.sides[side] instanceof Node inner) {
                node = inner;
            } else {
                var split = new Node();
                split.sides[0] = node.sides[side];
                split.sides[1] = node.sides[side];
                node.sides[side] = split;
                node = split;
            }
        }
        return this;
    }

    public byte[] bytes() {
        number(root);
        var tree = new ByteArrayOutputStream();
        for (var node : nodes) {
            for (var side : node.sides) {
                var record = record(side);
                tree.write(record >> 16);
                tree.write(record >> 8);
                tree.write(record);
            }
        }
        tree.writeBytes(new byte[SEPARATOR]);
        tree.writeBytes(data.bytes());
        tree.writeBytes(MARKER);
        tree.writeBytes(metadata());
        return tree.toByteArray();
    }

    private void number(Node node) {
        numbers.put(node, nodes.size());
        nodes.add(node);
        for (var side : node.sides) {
            if (side instanceof Node inner) {
                number(inner);
            }
        }
    }

    private int record(@Nullable Object side) {
        return switch (side) {
            case null -> nodes.size();
            case Node inner -> Objects.requireNonNull(numbers.get(inner));
            default -> nodes.size() + SEPARATOR + places.computeIfAbsent(side.toString(), this::entry);
        };
    }

    private int entry(String code) {
        var place = data.size();
        data.map(code.isEmpty() ? 1 : 2).text("continent").map(1).text("code").text("EU");
        if (!code.isEmpty()) {
            data.text("country").map(3).text("geoname_id").number(Fields.UINT32, 3_144_096);
            data.text("iso_code").text(code).text("names").map(1).text("en").text("The country of " + code);
        }
        return place;
    }

    private byte[] metadata() {
        var fields = new Fields().map(9);
        fields.text("binary_format_major_version").number(Fields.UINT16, 2);
        fields.text("binary_format_minor_version").number(Fields.UINT16, 0);
        fields.text("build_epoch").number(Fields.UINT64, 1_790_000_000);
        fields.text("database_type").text("Test-Country");
        fields.text("description").map(1).text("en").text("A few networks");
        fields.text("ip_version").number(Fields.UINT16, version);
        fields.text("languages").array(1).text("en");
        fields.text("node_count").number(Fields.UINT32, nodes.size());
        return fields.text("record_size").number(Fields.UINT16, RECORD_BITS).bytes();
    }

    /** Values as the format writes them, one behind the other. */
    private static final class Fields {

        static final int UINT16 = 5;
        static final int UINT32 = 6;
        static final int UINT64 = 9;
        private static final int TEXT = 2;
        private static final int MAP = 7;
        private static final int ARRAY = 11;
        private static final int SHORT_MAX = 28;

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Fields text(String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            begin(TEXT, bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        Fields map(int entries) {
            return begin(MAP, entries);
        }

        Fields array(int entries) {
            return begin(ARRAY, entries);
        }

        Fields number(int type, long value) {
            var bytes = (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / 8;
            begin(type, bytes);
            for (var at = bytes - 1; at >= 0; at--) {
                out.write((int) (value >> 8 * at));
            }
            return this;
        }

        /** Types beyond 7 are told in a byte of their own, as are lengths beyond 28. */
        private Fields begin(int type, int length) {
            out.write((type <= MAP ? type << 5 : 0) | Math.min(length, SHORT_MAX + 1));
            if (type > MAP) {
                out.write(type - MAP);
            }
            if (length > SHORT_MAX) {
                out.write(length - SHORT_MAX - 1);
            }
            return this;
        }

        int size() {
            return out.size();
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
