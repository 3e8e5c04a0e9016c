package com.socialflow.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** Somebody with an account who makes videos. */
final class Creator {

    static final String PASSWORD = "a sentence for measuring";

    /** Less than a token is good for. */
    private static final Duration SESSION = Duration.ofMinutes(5);

    private final Running program;
    private final String name;
    private String token = "";
    private long since;

    private Creator(Running program, String name) {
        this.program = program;
        this.name = name;
    }

    static Creator register(Running program, String name) throws IOException, InterruptedException {
        var person =
                "{\"username\":\"%s\",\"email\":\"%s@example.org\",\"password\":\"%s\",\"birthDate\":\"1990-01-01\"}";
        program.send(json(program, "/api/v1/accounts", person.formatted(name, name, PASSWORD)));
        return new Creator(program, name);
    }

    /** Good for some minutes at least. */
    String token() throws IOException, InterruptedException {
        if (token.isEmpty() || System.nanoTime() - since > SESSION.toNanos()) {
            var login = "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD);
            token = field(program.send(json(program, "/api/v1/sessions", login)).body(), "accessToken");
            since = System.nanoTime();
        }
        return token;
    }

    /**
     * Uploads a file in one request and gives the video's id. The kernel sends the file: a client that copies its bytes
     * would take from the server the processors that they share here.
     */
    String upload(Path file) throws IOException, InterruptedException {
        var made = program.send(json(program, "/api/v1/videos", "{\"title\":\"Measured\"}")
                .header("Authorization", "Bearer " + token()));
        var id = field(made.body(), "id");
        var head = "PUT /api/v1/videos/" + id + "/file HTTP/1.1\r\nHost: localhost:" + program.port()
                + "\r\nAuthorization: Bearer " + token() + "\r\nContent-Type: video/mp4\r\nContent-Length: "
                + Files.size(file) + "\r\nConnection: close\r\n\r\n";
        try (var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), program.port()));
                var content = FileChannel.open(file)) {
            channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
            for (var sent = 0L; sent < content.size(); ) {
                sent += content.transferTo(sent, content.size() - sent, channel);
            }
            var answer = new String(channel.socket().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.startsWith("HTTP/1.1 20")) {
                throw new IllegalStateException("the upload was answered " + answer);
            }
        }
        return id;
    }

    /** The video as JSON. */
    String video(String id) throws IOException, InterruptedException {
        return program.send(HttpRequest.newBuilder(program.uri("/api/v1/videos/" + id))
                        .header("Authorization", "Bearer " + token()))
                .body();
    }

    /** The video once its work has ended. */
    String awaitReady(String id) throws IOException, InterruptedException {
        while (true) {
            var video = video(id);
            switch (field(video, "state")) {
                case "ready" -> {
                    return video;
                }
                case "failed" -> throw new IllegalStateException(video);
                default -> Thread.sleep(200);
            }
        }
    }

    void delete(String id) throws IOException, InterruptedException {
        program.send(HttpRequest.newBuilder(program.uri("/api/v1/videos/" + id))
                .header("Authorization", "Bearer " + token())
                .DELETE());
    }

    static HttpRequest.Builder json(Running program, String path, String body) {
        return HttpRequest.newBuilder(program.uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    /** The first string field of that name; empty when there is none. */
    static String field(String json, String name) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }
}
