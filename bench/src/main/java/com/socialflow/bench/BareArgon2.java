package com.socialflow.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * The check of a password and nothing else, with the program's library and parameters, in this process, whose heap and
 * collector are the program's too: as Spring Security does it, and in memory that is used again, as the program does.
 */
final class BareArgon2 implements AutoCloseable {

    /** As {@code com.socialflow.user.passwords.Passwords} has them. */
    private static final int SALT_BYTES = 16;

    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    /** Of one KiB, beside the memory. */
    private static final int SCRATCH_BLOCKS = 4;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final String password;
    private final String hash;
    private final ExecutorService threads;
    private final ThreadLocal<FixedBlockPool> memory =
            ThreadLocal.withInitial(() -> new FixedBlockPool(MEMORY_KIB + SCRATCH_BLOCKS));

    BareArgon2(String password, int atOnce) {
        this.password = password;
        this.hash = encoder.encode(password);
        this.threads = Executors.newFixedThreadPool(atOnce);
    }

    /** Checks the password so many times. */
    void run(int times) throws InterruptedException, ExecutionException {
        var each = Collections.<Callable<Boolean>>nCopies(times, () -> encoder.matches(password, hash));
        for (var right : threads.invokeAll(each)) {
            if (!right.get()) {
                throw new IllegalStateException("the password is not the one that was hashed");
            }
        }
    }

    /** Hashes it so many times in memory that is used again. */
    void runInKeptMemory(int times) throws InterruptedException, ExecutionException {
        var each = Collections.<Callable<byte[]>>nCopies(times, () -> {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withMemoryAsKB(MEMORY_KIB)
                    .withIterations(PASSES)
                    .withParallelism(LANES)
                    .withSalt(new byte[SALT_BYTES])
                    .withBlockPool(memory.get())
                    .build());
            var bytes = new byte[HASH_BYTES];
            generator.generateBytes(password.toCharArray(), bytes);
            return bytes;
        });
        for (var hashed : threads.invokeAll(each)) {
            hashed.get();
        }
    }

    /** CPU seconds of this process, garbage collection among them. */
    static double cpuSeconds() {
        return PROCESS.getProcessCpuTime() / 1e9;
    }

    @Override
    public void close() {
        threads.close();
    }
}
