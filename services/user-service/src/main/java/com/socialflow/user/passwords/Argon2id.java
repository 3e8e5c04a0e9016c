package com.socialflow.user.passwords;

import java.lang.ref.SoftReference;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) in the PHC string format, in memory that is used again, wiped after each hash: 19 MiB of new
 * objects every time would keep the garbage collector busy. The memory goes when the heap is short.
 */
final class Argon2id {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Blocks of one KiB that a hash takes beside its memory. */
    private static final int SCRATCH_BLOCKS = 4;

    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=%d\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})".formatted(Argon2Parameters.ARGON2_VERSION_13)
                    + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

    /** RFC 9106, section 3.1. */
    record Cost(int memoryKib, int passes, int lanes) {

        Cost {
            if (lanes < 1 || passes < 1 || memoryKib < 8 * lanes) {
                throw new IllegalArgumentException("outside RFC 9106, section 3.1");
            }
        }
    }

    private record Hash(Cost cost, byte[] salt, byte[] bytes) {}

    private final Cost cost;
    private final SecureRandom random = new SecureRandom();
    private final Deque<SoftReference<Memory>> idle = new ConcurrentLinkedDeque<>();

    Argon2id(Cost cost) {
        this.cost = cost;
    }

    String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var text = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        Argon2Parameters.ARGON2_VERSION_13,
                        cost.memoryKib(),
                        cost.passes(),
                        cost.lanes(),
                        text.encodeToString(salt),
                        text.encodeToString(hash(password, cost, salt, HASH_BYTES)));
    }

    /** Whether this is the password of that hash; false also when that is no hash. */
    boolean matches(String password, String phc) {
        return parse(phc)
                .filter(known -> MessageDigest.isEqual(
                        known.bytes(), hash(password, known.cost(), known.salt(), known.bytes().length)))
                .isPresent();
    }

    /** Whether a hash was made with less memory or fewer passes than today's, or is none. */
    boolean outdated(String phc) {
        return parse(phc)
                .filter(known -> known.cost().memoryKib() >= cost.memoryKib()
                        && known.cost().passes() >= cost.passes())
                .isEmpty();
    }

    private byte[] hash(String password, Cost how, byte[] salt, int length) {
        var memory = memory();
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(how.memoryKib())
                .withIterations(how.passes())
                .withParallelism(how.lanes())
                .withSalt(salt)
                .withBlockPool(memory)
                .build());
        var bytes = new byte[length];
        generator.generateBytes(password.toCharArray(), bytes);
        idle.push(new SoftReference<>(memory));
        return bytes;
    }

    /** Blocks of one hash at a time. Not the library's pool, which wipes them twice and locks for each. */
    private static final class Memory extends FixedBlockPool {

        private final Block[] idle;
        private int count;

        Memory(int blocks) {
            super(0);
            idle = new Block[blocks];
        }

        @Override
        public Block allocate() {
            return count == 0 ? new Block() : idle[--count];
        }

        @Override
        public void deallocate(Block block) {
            // Wipes it, and keeps none.
            super.deallocate(block);
            if (count < idle.length) {
                idle[count++] = block;
            }
        }
    }

    private Memory memory() {
        for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
            var memory = kept.get();
            if (memory != null) {
                return memory;
            }
        }
        return new Memory(cost.memoryKib() + SCRATCH_BLOCKS);
    }

    private static Optional<Hash> parse(String phc) {
        var parts = PHC.matcher(phc);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var bytes = Base64.getDecoder();
        try {
            return Optional.of(new Hash(
                    new Cost(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3))),
                    bytes.decode(parts.group(4)),
                    bytes.decode(parts.group(5))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
