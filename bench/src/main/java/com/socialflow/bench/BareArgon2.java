package com.socialflow.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * The check of a password and nothing else: the library, the call and the parameters of the program, in this process,
 * whose heap and collector are the program's too.
 */
final class BareArgon2 implements AutoCloseable {

    /** As {@code com.socialflow.user.passwords.Passwords} has them. */
    private static final int SALT_BYTES = 16;

    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final String password;
    private final String hash;
    private final ExecutorService threads;

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

    /** CPU seconds of this process, garbage collection among them. */
    static double cpuSeconds() {
        return PROCESS.getProcessCpuTime() / 1e9;
    }

    @Override
    public void close() {
        threads.close();
    }
}
