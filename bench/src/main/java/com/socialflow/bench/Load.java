package com.socialflow.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks for one address again and again, on connections that stay open while the server lets them; reads all bytes. */
final class Load {

    private static final int BUFFER = 256 * 1024;

    /** Requests and body bytes a second. */
    record Rate(double requests, double bytes) {}

    private Load() {}

    static Rate run(int port, String path, int connections, int requests)
            throws InterruptedException, ExecutionException {
        var bytes = 0L;
        var began = System.nanoTime();
        try (var all = Executors.newFixedThreadPool(connections)) {
            var each = Collections.<Callable<Long>>nCopies(connections, () -> ask(port, path, requests / connections));
            for (Future<Long> read : all.invokeAll(each)) {
                bytes += read.get();
            }
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        return new Rate(requests / seconds, bytes / seconds);
    }

    private static long ask(int port, String path, int times) throws IOException {
        var request = ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var buffer = new byte[BUFFER];
        var total = 0L;
        for (var left = times; left > 0; ) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                var in = new BufferedInputStream(socket.getInputStream(), BUFFER);
                for (var open = true; open && left > 0; left--) {
                    socket.getOutputStream().write(request);
                    var head = head(in);
                    total += body(in, head, buffer);
                    open = !"close".equals(head.get("connection"));
                }
            }
        }
        return total;
    }

    private static Map<String, String> head(BufferedInputStream in) throws IOException {
        var status = line(in);
        if (!status.contains(" 200")) {
            throw new IOException("answered " + status);
        }
        var head = new HashMap<String, String>();
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var colon = header.indexOf(':');
            head.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        return head;
    }

    /** Reads a body, of a known length or in chunks, and gives its length. */
    private static long body(BufferedInputStream in, Map<String, String> head, byte[] buffer) throws IOException {
        var length = head.get("content-length");
        if (length != null) {
            skip(in, buffer, Long.parseLong(length));
            return Long.parseLong(length);
        }
        var total = 0L;
        for (var size = Long.parseLong(line(in), 16); size > 0; size = Long.parseLong(line(in), 16)) {
            skip(in, buffer, size + 2);
            total += size;
        }
        line(in);
        return total;
    }

    private static void skip(BufferedInputStream in, byte[] buffer, long count) throws IOException {
        for (var left = count; left > 0; ) {
            var got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (got < 0) {
                throw new IOException("the connection ended");
            }
            left -= got;
        }
    }

    private static String line(BufferedInputStream in) throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
