package com.socialflow.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Asks for one address again and again over connections that stay open, and reads every byte of the answers. */
final class Load {

    private static final int BUFFER = 256 * 1024;

    /** Requests and body bytes a second. */
    record Rate(double requests, double bytes) {}

    private Load() {}

    static Rate run(int port, String path, int connections, int requests) throws InterruptedException {
        var bytes = new AtomicLong();
        var began = System.nanoTime();
        try (var all = Executors.newFixedThreadPool(connections)) {
            for (var i = 0; i < connections; i++) {
                all.submit(() -> {
                    bytes.addAndGet(ask(port, path, requests / connections));
                    return true;
                });
            }
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        return new Rate(requests / seconds, bytes.get() / seconds);
    }

    private static long ask(int port, String path, int times) throws IOException {
        var request = ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var total = 0L;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            var buffer = new byte[BUFFER];
            for (var i = 0; i < times; i++) {
                socket.getOutputStream().write(request);
                total += answer(in, buffer);
            }
        }
        return total;
    }

    private static long answer(BufferedInputStream in, byte[] buffer) throws IOException {
        var status = line(in);
        if (!status.contains(" 200")) {
            throw new IOException("answered " + status);
        }
        var length = -1L;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            }
        }
        if (length >= 0) {
            skip(in, buffer, length);
            return length;
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
