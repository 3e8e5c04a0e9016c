package com.socialflow.app;

import com.socialflow.platform.InstanceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The lowest number that no other process on this data directory has, held by a file lock: a restarted process gets its
 * number, and so its name, back.
 */
final class InstanceSlot {

    /** Processes on one data directory at most; more belong on more machines. */
    private static final int SLOTS_MAX = 64;

    private final int number;
    // Held until the process ends; a collected channel would drop the lock.
    private final FileLock lock;

    private InstanceSlot(int number, FileLock lock) {
        this.number = number;
        this.lock = lock;
    }

    static InstanceSlot take(Path data) {
        try {
            var run = Files.createDirectories(data.resolve("run"));
            for (var number = 0; number < SLOTS_MAX; number++) {
                var channel = FileChannel.open(
                        run.resolve("instance-" + number), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock();
                if (lock != null) {
                    return new InstanceSlot(number, lock);
                }
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write in the data directory " + data, e);
        }
        throw new StartFailure.Refusal("%d processes already run on %s; that is the most".formatted(SLOTS_MAX, data));
    }

    InstanceName name() {
        return new InstanceName("%s-%d".formatted(host(), number));
    }

    boolean held() {
        return lock.isValid();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "-");
        } catch (UnknownHostException e) {
            return "host";
        }
    }
}
