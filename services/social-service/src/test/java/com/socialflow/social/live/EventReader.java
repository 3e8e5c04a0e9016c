package com.socialflow.social.live;

import com.socialflow.testkit.Http;
import com.socialflow.testkit.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads Server-Sent Events as a browser does. */
final class EventReader implements AutoCloseable {

    /** What a page gets. */
    record Event(String name, String id, String data) {}

    private final BufferedReader lines;

    private EventReader(BufferedReader lines) {
        this.lines = lines;
    }

    static EventReader open(Http http, Person who, String... headers) {
        var answer = http.open("/api/v1/stream", who, headers);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the stream answers " + answer.statusCode());
        }
        return new EventReader(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
    }

    /** Waits for the next event; fails at the end of the stream. */
    Event next() {
        var name = "";
        var id = "";
        var data = "";
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !data.isEmpty()) {
                    return new Event(name, id, data);
                }
            }
            throw new IllegalStateException("the stream has ended");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server ends the stream without another event. */
    boolean ends() {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data: ")) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
