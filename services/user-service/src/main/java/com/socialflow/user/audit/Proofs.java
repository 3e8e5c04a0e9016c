package com.socialflow.user.audit;

import static com.socialflow.core.Require.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Proofs that a leaf is in a tree, and that a tree only grew: made as RFC 6962, sections 2.1.1 and 2.1.2, makes them.
 */
final class Proofs {

    /** Hashes of perfect subtrees: level 0 are leaves. */
    interface Nodes {
        byte[] hash(int level, long position);
    }

    private final Nodes nodes;

    Proofs(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The hash of the tree of the first leaves. */
    byte[] head(long size) {
        return size == 0 ? Hashes.empty() : hash(0, size);
    }

    /** The audit path of a leaf, from the bottom up. */
    List<byte[]> inclusion(long leaf, long size) {
        require(0 <= leaf && leaf < size, "leaf %d is not in a tree of %d", leaf, size);
        var path = new ArrayList<byte[]>();
        path(leaf, 0, size, path);
        return path;
    }

    private void path(long leaf, long begin, long end, List<byte[]> path) {
        if (end - begin == 1) {
            return;
        }
        var middle = begin + split(end - begin);
        if (leaf < middle) {
            path(leaf, begin, middle, path);
            path.add(hash(middle, end));
        } else {
            path(leaf, middle, end, path);
            path.add(hash(begin, middle));
        }
    }

    /** That the tree of {@code second} leaves begins with the one of {@code first}. */
    List<byte[]> consistency(long first, long second) {
        require(0 < first && first <= second, "a tree of %d does not grow from one of %d", second, first);
        var proof = new ArrayList<byte[]>();
        subproof(first, 0, second, true, proof);
        return proof;
    }

    private void subproof(long first, long begin, long end, boolean known, List<byte[]> proof) {
        if (first == end) {
            if (!known) {
                proof.add(hash(begin, end));
            }
            return;
        }
        var middle = begin + split(end - begin);
        if (first <= middle) {
            subproof(first, begin, middle, known, proof);
            proof.add(hash(middle, end));
        } else {
            subproof(first, middle, end, false, proof);
            proof.add(hash(begin, middle));
        }
    }

    private byte[] hash(long begin, long end) {
        var leaves = end - begin;
        if (Long.bitCount(leaves) == 1 && begin % leaves == 0) {
            return nodes.hash(Long.numberOfTrailingZeros(leaves), begin / leaves);
        }
        var middle = begin + split(leaves);
        return Hashes.node(hash(begin, middle), hash(middle, end));
    }

    /** The largest power of two that is less than the number. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    /** Whether the path leads from the leaf to the head: RFC 9162, section 2.1.3.2. */
    static boolean included(byte[] leafHash, long leaf, long size, List<byte[]> path, byte[] head) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        var position = leaf;
        var last = size - 1;
        var hash = leafHash;
        for (var other : path) {
            if (last == 0) {
                return false;
            }
            if ((position & 1) == 1 || position == last) {
                hash = Hashes.node(other, hash);
                while ((position & 1) == 0 && position != 0) {
                    position >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hashes.node(hash, other);
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, head);
    }

    /** Whether the proof shows that the second tree begins with the first: RFC 9162, section 2.1.4.2. */
    static boolean consistent(long first, byte[] firstHead, long second, byte[] secondHead, List<byte[]> proof) {
        if (first == second) {
            return proof.isEmpty() && Arrays.equals(firstHead, secondHead);
        }
        if (first <= 0 || first > second || proof.isEmpty()) {
            return false;
        }
        var path = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            path.addFirst(firstHead);
        }
        var position = first - 1;
        var last = second - 1;
        while ((position & 1) == 1) {
            position >>= 1;
            last >>= 1;
        }
        var before = path.getFirst();
        var after = path.getFirst();
        for (var other : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((position & 1) == 1 || position == last) {
                before = Hashes.node(other, before);
                after = Hashes.node(other, after);
                while ((position & 1) == 0 && position != 0) {
                    position >>= 1;
                    last >>= 1;
                }
            } else {
                after = Hashes.node(after, other);
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(before, firstHead) && Arrays.equals(after, secondHead);
    }
}
