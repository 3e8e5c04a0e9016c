package com.socialflow.user.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against the vectors of Certificate Transparency, and against the definition itself. */
class ProofsTest {

    private static final HexFormat HEX = HexFormat.of();

    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> HEADS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    /** A tree in memory. */
    private static final class Tree implements Proofs.Nodes {

        private final List<byte[]> leaves = new ArrayList<>();
        private final Map<List<Long>, byte[]> inner = new HashMap<>();
        private Frontier frontier = Frontier.EMPTY;

        void add(byte[] entry) {
            var hash = Hashes.leaf(entry);
            leaves.add(hash);
            frontier =
                    frontier.append(hash, (level, position, node) -> inner.put(List.of((long) level, position), node));
        }

        @Override
        public byte[] hash(int level, long position) {
            var hash = level == 0 ? leaves.get((int) position) : inner.get(List.of((long) level, position));
            assertThat(hash).as("node %d of level %d", position, level).isNotNull();
            return hash;
        }

        /** RFC 6962, section 2.1, word for word. */
        byte[] defined(int begin, int end) {
            if (end - begin == 1) {
                return leaves.get(begin);
            }
            var half = Integer.highestOneBit(end - begin - 1);
            return Hashes.node(defined(begin, begin + half), defined(begin + half, end));
        }
    }

    @Test
    void headsAreThoseOfTheVectors() {
        var tree = new Tree();
        assertThat(HEX.formatHex(tree.frontier.head()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (var i = 0; i < LEAVES.size(); i++) {
            tree.add(HEX.parseHex(LEAVES.get(i)));
            assertThat(HEX.formatHex(tree.frontier.head())).isEqualTo(HEADS.get(i));
        }
    }

    @Test
    void proofsAreThoseOfTheVectors() {
        var tree = new Tree();
        LEAVES.forEach(leaf -> tree.add(HEX.parseHex(leaf)));
        var proofs = new Proofs(tree);

        assertThat(hex(proofs.inclusion(0, 8)))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(proofs.inclusion(5, 8)))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(proofs.consistency(6, 8)))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(proofs.consistency(2, 5)))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
        assertThat(proofs.inclusion(0, 1)).isEmpty();
        assertThat(proofs.consistency(8, 8)).isEmpty();
    }

    @Test
    void everyProofHoldsAndNoneHoldsOfAnythingElse() {
        var seed = Long.getLong("seed", 6_962L);
        var random = new SplittableRandom(seed);
        var tree = new Tree();
        for (var i = 0; i < 300; i++) {
            var entry = new byte[random.nextInt(40)];
            random.nextBytes(entry);
            tree.add(entry);
        }
        var proofs = new Proofs(tree);
        for (var round = 0; round < 2_000; round++) {
            var size = random.nextInt(1, 301);
            var leaf = random.nextInt(size);
            var head = proofs.head(size);
            assertThat(head).as("seed %d", seed).isEqualTo(tree.defined(0, size));
            var path = proofs.inclusion(leaf, size);
            assertThat(Proofs.included(tree.leaves.get(leaf), leaf, size, path, head))
                    .isTrue();
            assertThat(Proofs.included(tree.leaves.get(leaf), leaf, size, path, other(head)))
                    .isFalse();
            assertThat(Proofs.included(other(tree.leaves.get(leaf)), leaf, size, path, head))
                    .isFalse();

            var first = random.nextInt(1, size + 1);
            var before = proofs.head(first);
            var proof = proofs.consistency(first, size);
            assertThat(Proofs.consistent(first, before, size, head, proof)).isTrue();
            assertThat(Proofs.consistent(first, other(before), size, head, proof))
                    .isFalse();
            assertThat(Proofs.consistent(first, before, size, other(head), proof))
                    .isFalse();
            if (!proof.isEmpty()) {
                var shorter = proof.subList(0, proof.size() - 1);
                assertThat(Proofs.consistent(first, before, size, head, shorter))
                        .isFalse();
            }
        }
    }

    @Test
    void theRightEdgeOutlivesARestart() {
        var tree = new Tree();
        for (var i = 0; i < 77; i++) {
            tree.add(new byte[] {(byte) i});
            var read = Frontier.of(tree.frontier.size(), tree.frontier.bytes());
            assertThat(read.head()).isEqualTo(tree.frontier.head());
        }
    }

    private static byte[] other(byte[] hash) {
        var changed = hash.clone();
        changed[7] ^= 1;
        return changed;
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }
}
