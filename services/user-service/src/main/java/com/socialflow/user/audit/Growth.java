package com.socialflow.user.audit;

import com.socialflow.proto.audit.v1.AuditLeaf;
import java.util.ArrayList;
import java.util.List;

/** Leaves that come to the tree together, and the inner nodes that they complete. */
final class Growth implements Frontier.NodeSink {

    /** A leaf, the bytes that are kept of it, and their hash. */
    record Leaf(AuditLeaf leaf, byte[] entry, byte[] hash) {}

    record Node(int level, long position, byte[] hash) {}

    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private Frontier edge;

    /**
     * Growth of a tree.
     *
     * @param edge its right edge so far
     */
    Growth(Frontier edge) {
        this.edge = edge;
    }

    /** Adds a leaf at the next place. */
    void add(AuditLeaf.Builder begun) {
        var leaf = begun.setSequence(edge.size()).build();
        var entry = leaf.toByteArray();
        var hash = Hashes.leaf(entry);
        edge = edge.append(hash, this);
        leaves.add(new Leaf(leaf, entry, hash));
    }

    @Override
    public void node(int level, long position, byte[] hash) {
        nodes.add(new Node(level, position, hash));
    }

    List<Leaf> leaves() {
        return leaves;
    }

    /** From the bottom up. */
    List<Node> nodes() {
        return nodes;
    }

    /** The right edge of the tree with them. */
    Frontier edge() {
        return edge;
    }
}
