package com.socialflow.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Asks the program one thing after another over a connection that stays open while the server lets it. By hand, for
 * an HTTP client would take from the processors that are measured.
 */
final class Connection implements AutoCloseable {

    private static final int BUFFER = 256 * 1024;

    private final int port;
    private final byte[] buffer = new byte[BUFFER];
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    Connection(int port) {
        this.port = port;
    }

    /** A request for {@link #ask}; without a token when that is empty. */
    static byte[] get(String path, String token) {
        var authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A request for {@link #ask}. */
    static byte[] post(String path, String json) {
        return post(path, json, "");
    }

    /** A request for {@link #ask}; without a token when that is empty. */
    static byte[] post(String path, String json, String token) {
        var authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + authorization
                        + "Content-Length: " + json.length() + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The body of the answer. */
    String ask(byte[] request) throws IOException {
        var body = new ByteArrayOutputStream();
        ask(request, body);
        return body.toString(StandardCharsets.UTF_8);
    }

    /** Writes the body of the answer there, and gives its length. */
    long ask(byte[] request, OutputStream body) throws IOException {
        if (!socket.isConnected() || socket.isClosed()) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        }
        socket.getOutputStream().write(request);
        var head = head();
        var length = body(head, body);
        if ("close".equals(head.get("connection"))) {
            socket.close();
        }
        return length;
    }

    private Map<String, String> head() throws IOException {
        var status = line();
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IOException("answered " + status);
        }
        var head = new HashMap<String, String>();
        for (var header = line(); !header.isEmpty(); header = line()) {
            var colon = header.indexOf(':');
            head.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        return head;
    }

    /** Reads a body, of a known length or in chunks. */
    private long body(Map<String, String> head, OutputStream body) throws IOException {
        var length = head.get("content-length");
        if (length != null) {
            copy(Long.parseLong(length), body);
            return Long.parseLong(length);
        }
        var total = 0L;
        for (var size = Long.parseLong(line(), 16); size > 0; size = Long.parseLong(line(), 16)) {
            copy(size, body);
            line();
            total += size;
        }
        line();
        return total;
    }

    private void copy(long count, OutputStream body) throws IOException {
        for (var left = count; left > 0; ) {
            var got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (got < 0) {
                throw new IOException("the connection ended");
            }
            body.write(buffer, 0, got);
            left -= got;
        }
    }

    private String line() throws IOException {
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

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
