package com.socialflow.user.audit;

import static com.socialflow.core.Require.require;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a tree: the hashes of its perfect subtrees, the largest first. All that it takes to grow the tree
 * and to tell its head.
 */
record Frontier(long size, List<byte[]> hashes) {

    static final Frontier EMPTY = new Frontier(0, List.of());

    /** Takes each inner node that is complete: its level above the leaves, and its place in that level. */
    interface NodeSink {
        void node(int level, long position, byte[] hash);
    }

    Frontier {
        require(hashes.size() == Long.bitCount(size), "%d leaves are not %d perfect trees", size, hashes.size());
        hashes = List.copyOf(hashes);
    }

    /** With another leaf, by its hash. */
    Frontier append(byte[] leaf, NodeSink nodes) {
        var longer = new ArrayList<>(hashes);
        var hash = leaf;
        var level = 0;
        for (var rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Hashes.node(longer.removeLast(), hash);
            level++;
            nodes.node(level, rest >> 1, hash);
        }
        longer.add(hash);
        return new Frontier(size + 1, longer);
    }

    /** The Merkle tree hash of all leaves. */
    byte[] head() {
        if (size == 0) {
            return Hashes.empty();
        }
        var head = hashes.getLast();
        for (var i = hashes.size() - 2; i >= 0; i--) {
            head = Hashes.node(hashes.get(i), head);
        }
        return head;
    }

    byte[] bytes() {
        var bytes = ByteBuffer.allocate(hashes.size() * Hashes.BYTES);
        hashes.forEach(bytes::put);
        return bytes.array();
    }

    /** What {@link #bytes} gave of a tree of that size. */
    static Frontier of(long size, byte[] bytes) {
        var hashes = new ArrayList<byte[]>();
        for (var in = ByteBuffer.wrap(bytes); in.hasRemaining(); ) {
            var hash = new byte[Hashes.BYTES];
            in.get(hash);
            hashes.add(hash);
        }
        return new Frontier(size, hashes);
    }
}
