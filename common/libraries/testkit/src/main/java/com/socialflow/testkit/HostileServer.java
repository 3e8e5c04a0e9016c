package com.socialflow.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** A server on an address of this machine that answers with whatever bytes a test likes, however slowly. */
public final class HostileServer implements AutoCloseable {

    /** What is written to whoever asked for a path. */
    public interface Answer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public HostileServer(String address) {
        try {
            server = new ServerSocket(0, 50, InetAddress.ofLiteral(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The first lines and headers of all requests. */
    public List<String> requests() {
        return requests;
    }

    public HostileServer on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    /** @param answer with plain line ends, which are made those of HTTP */
    public HostileServer on(String path, String answer) {
        return on(path, out -> out.write(answer.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    public HostileServer redirect(String path, String location) {
        return on(path, "HTTP/1.1 302 Found\nLocation: " + location + "\nContent-Length: 0\n\n");
    }

    public HostileServer page(String path, String html) {
        var body = html.getBytes(StandardCharsets.UTF_8);
        var head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        return on(path, out -> {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
        });
    }

    /** So many zeros, packed. */
    public static byte[] packed(int bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            var zeros = new byte[1 << 16];
            for (var left = bytes; left > 0; left -= zeros.length) {
                gzip.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var request = head(socket);
            requests.add(request);
            var path = request.split(" ", 3)[1];
            answers.getOrDefault(
                            path,
                            out -> out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII)))
                    .write(socket.getOutputStream());
        } catch (IOException | InterruptedException e) {
            // Whoever asked went away.
        }
    }

    private static String head(Socket socket) throws IOException {
        var head = new StringBuilder();
        var in = socket.getInputStream();
        for (int next; (next = in.read()) >= 0 && head.indexOf("\r\n\r\n") < 0; ) {
            head.append((char) next);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
