package com.socialflow.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Many clients at once, each of which asks again and again and reads all bytes. */
final class Load {

    /** Requests and body bytes a second. */
    record Rate(double requests, double bytes) {}

    /** Somebody who asks over a connection of his or her own. */
    interface Client {

        /** Asks once and gives the length of the answer's body. */
        long ask(Connection connection) throws IOException;
    }

    private Load() {}

    /** Asks for one address. */
    static Rate run(int port, String path, int connections, int requests)
            throws InterruptedException, ExecutionException {
        var request = Connection.get(path, "");
        Client client = connection -> connection.ask(request, OutputStream.nullOutputStream());
        return run(port, Collections.nCopies(connections, client), requests);
    }

    /** So many requests of all clients together, which share them evenly. */
    static Rate run(int port, List<? extends Client> clients, int requests)
            throws InterruptedException, ExecutionException {
        var each = new ArrayList<Callable<Long>>();
        clients.forEach(client -> each.add(() -> ask(port, client, requests / clients.size())));
        var bytes = 0L;
        var began = System.nanoTime();
        try (var all = Executors.newFixedThreadPool(clients.size())) {
            for (var read : all.invokeAll(each)) {
                bytes += read.get();
            }
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        return new Rate(requests / seconds, bytes / seconds);
    }

    private static long ask(int port, Client client, int times) throws IOException {
        var total = 0L;
        try (var connection = new Connection(port)) {
            for (var left = times; left > 0; left--) {
                total += client.ask(connection);
            }
        }
        return total;
    }
}
