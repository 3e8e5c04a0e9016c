package com.socialflow.video.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Queue;

/** Stands between a client and the server, and breaks connections after so many bytes of the client. */
final class CuttingProxy implements AutoCloseable {

    private static final int RESET = 0;

    private final ServerSocket listener;
    private final int target;
    private final Queue<Long> cuts = new ArrayDeque<>();

    CuttingProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Breaks one of the next connections after so many bytes; without cuts left, they live. */
    synchronized void cutAfter(long bytes) {
        cuts.add(bytes);
    }

    synchronized int cutsLeft() {
        return cuts.size();
    }

    private synchronized long nextCut() {
        var cut = cuts.poll();
        return cut == null ? Long.MAX_VALUE : cut;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> forward(client, server, nextCut()));
                Thread.ofVirtual().start(() -> forward(server, client, Long.MAX_VALUE));
            } catch (IOException e) {
                // Closed, or a client that is gone already.
            }
        }
    }

    private static void forward(Socket from, Socket to, long bytesMax) {
        try (from;
                to) {
            var left = bytesMax;
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var buffer = new byte[8_192];
            while (left > 0) {
                var got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (got < 0) {
                    return;
                }
                out.write(buffer, 0, got);
                out.flush();
                left -= got;
            }
            from.setSoLinger(true, RESET);
        } catch (IOException e) {
            // The other side broke off.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
