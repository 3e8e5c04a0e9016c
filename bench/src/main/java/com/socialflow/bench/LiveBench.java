package com.socialflow.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** From the moment that somebody posts to the notification in the open stream of whom the post mentions. */
final class LiveBench {

    private static final int WARM_UP = 100;
    private static final int MEASURED = 400;

    /** Posts come at odd moments: from one to the next at most. */
    private static final int PAUSE_MILLIS_MAX = 200;

    private static final long PATIENCE_SECONDS = 10;
    private static final long SEED = 7;

    private final Running program;
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();

    private LiveBench(Running program) {
        this.program = program;
    }

    static void measure(Running program, Results results) throws Exception {
        new LiveBench(program).run(results);
    }

    private void run(Results results) throws Exception {
        var writer = signIn("livewriter");
        var reader = signIn("livereader");
        var stream = Thread.ofVirtual().start(() -> follow(reader));
        var random = new Random(SEED);
        var took = new double[MEASURED];
        for (var n = 0; n < WARM_UP + MEASURED; n++) {
            Thread.sleep(random.nextInt(PAUSE_MILLIS_MAX));
            var millis = post(writer, "@livereader this is number " + n + " of them");
            if (n >= WARM_UP) {
                took[n - WARM_UP] = millis;
            }
        }
        stream.interrupt();
        Arrays.sort(took);
        results.note("post to live notification, median", took[MEASURED / 2], "ms");
        results.atMost("post to live notification, 99 of 100", took[MEASURED * 99 / 100], 300, "ms");
    }

    private double post(String token, String text) throws IOException, InterruptedException {
        var began = System.nanoTime();
        program.send(HttpRequest.newBuilder(program.uri("/api/v1/posts"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\":\"" + text + "\"}")));
        while (!arrived.containsKey(text)) {
            if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new IllegalStateException("a notification did not arrive: " + text);
            }
            Thread.sleep(1);
        }
        return (arrived.get(text) - began) / 1e6;
    }

    private void follow(String token) {
        try {
            var request = HttpRequest.newBuilder(program.uri("/api/v1/stream"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            var body =
                    Running.CLIENT.send(request, BodyHandlers.ofInputStream()).body();
            try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("data: ") && line.contains("\"kind\":\"mention\"")) {
                        arrived.putIfAbsent(Creator.field(line, "text"), System.nanoTime());
                    }
                }
            }
        } catch (IOException | InterruptedException e) {
            // The measurement is over.
        }
    }

    private String signIn(String name) throws IOException, InterruptedException {
        Creator.register(program, name);
        var login = "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(name, Creator.PASSWORD);
        return Creator.field(
                program.send(Creator.json(program, "/api/v1/sessions", login)).body(), "accessToken");
    }
}
