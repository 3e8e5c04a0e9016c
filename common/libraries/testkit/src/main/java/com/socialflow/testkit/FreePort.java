package com.socialflow.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports of loopback for servers that are told theirs, each once: what the system gives out for a moment, it may give
 * out again before the server listens.
 */
public final class FreePort {

    /** Below those of embedded engines, and of outgoing connections. */
    private static final int FIRST = 12_000;

    private static final int COUNT = 9_000;

    /** Several JVMs may run tests. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private FreePort() {}

    /** One on which nobody listens. */
    public static int next() {
        for (var tries = 0; tries < COUNT; tries++) {
            var port = FIRST + NEXT.getAndIncrement() % COUNT;
            if (free(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port from %d to %d is free".formatted(FIRST, FIRST + COUNT - 1));
    }

    private static boolean free(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
