package com.socialflow.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a Redis server whether it serves: while it reads its data it says that it is loading. */
final class RedisPing {

    private static final int ANSWER_MAX_MS = 1_000;

    private RedisPing() {}

    static boolean answers(RedisAddress at) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(at.host(), at.port()), ANSWER_MAX_MS);
            socket.setSoTimeout(ANSWER_MAX_MS);
            var commands = "AUTH %s %s\r\nPING\r\n".formatted(at.user(), at.password());
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return "+OK".equals(reader.readLine()) && "+PONG".equals(reader.readLine());
        } catch (IOException e) {
            return false;
        }
    }
}
