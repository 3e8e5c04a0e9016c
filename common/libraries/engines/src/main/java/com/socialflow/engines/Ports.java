package com.socialflow.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Finds free ports on loopback and remembers them, so that an engine keeps its address from run to run. */
final class Ports {

    /** Below the range from which Linux takes the local ports of outgoing connections (32768 up). */
    private static final int FIRST = 21_000;

    private static final int LAST = 31_999;

    /** With a tenth of the range taken, one choice in 10^50 would fail. */
    private static final int TRIES_MAX = 50;

    private final PropertiesFile remembered;
    private final RandomGenerator random;
    private final Set<Integer> given = new HashSet<>();

    Ports(Path file, RandomGenerator random) {
        this.remembered = new PropertiesFile(file);
        this.random = random;
    }

    /**
     * The port to listen on.
     *
     * @param name under which it is remembered
     * @param pinned {@link EnginesSettings#ANY_PORT}, or the only one that will do
     * @throws EngineUnavailableException when the pinned one is taken
     */
    synchronized int choose(String name, int pinned) throws IOException {
        if (pinned != EnginesSettings.ANY_PORT) {
            if (!free(pinned)) {
                throw new EngineUnavailableException(
                        "port %d on 127.0.0.1, configured for %s, is taken by another program".formatted(pinned, name));
            }
            return pinned;
        }
        var known = remembered.read();
        var port = Integer.parseInt(known.getProperty(name, "0"));
        if (port == 0 || !free(port)) {
            port = find();
            known.setProperty(name, Integer.toString(port));
            remembered.write(known);
        }
        given.add(port);
        return port;
    }

    private int find() {
        for (var tries = 0; tries < TRIES_MAX; tries++) {
            var port = random.nextInt(FIRST, LAST + 1);
            if (free(port)) {
                return port;
            }
        }
        throw new EngineUnavailableException("no free port between %d and %d on 127.0.0.1".formatted(FIRST, LAST));
    }

    private boolean free(int port) {
        if (given.contains(port)) {
            return false;
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
