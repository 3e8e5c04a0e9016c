package com.socialflow.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks to Redis in single lines. */
final class RedisClient implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader reader;

    RedisClient(RedisAddress at) throws IOException {
        socket = new Socket(at.host(), at.port());
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    static RedisClient signedIn(RedisAddress at) throws IOException {
        var client = new RedisClient(at);
        client.ask("AUTH %s %s".formatted(at.user(), at.password()));
        return client;
    }

    /** The answer's first line, and its second when the first only tells a length. */
    String ask(String command) {
        try {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            var line = reader.readLine();
            return line != null && line.startsWith("$") && !line.equals("$-1") ? reader.readLine() : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
