package com.socialflow.app.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Players that tell again and again until they hear that it was taken. */
final class Players {

    /** As many as keep two processors busy. */
    private static final int AT_ONCE = 12;

    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI views;
    private final AtomicLong told = new AtomicLong();
    private final AtomicInteger retries = new AtomicInteger();

    Players(URI program) {
        views = program.resolve("/api/v1/views");
    }

    /** How many beacons were taken. */
    long told() {
        return told.get();
    }

    /** How often a request was sent again. */
    int retries() {
        return retries.get();
    }

    /** Returns when all is taken. */
    void tell(List<Telling> tellings, String ownersToken) throws InterruptedException {
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var players = new ArrayList<Future<?>>();
            for (var player = 0; player < AT_ONCE; player++) {
                players.add(threads.submit(() -> {
                    for (var at = next.getAndIncrement(); at < tellings.size(); at = next.getAndIncrement()) {
                        untilTaken(tellings.get(at), ownersToken);
                    }
                    return null;
                }));
            }
            for (var player : players) {
                player.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private void untilTaken(Telling telling, String ownersToken) throws InterruptedException {
        var request = request(telling, ownersToken);
        while (!taken(request, telling.beacons())) {
            retries.incrementAndGet();
            Thread.sleep(PAUSE);
        }
        told.addAndGet(telling.beacons());
    }

    private HttpRequest request(Telling telling, String ownersToken) {
        var request = HttpRequest.newBuilder(views)
                .header("Content-Type", "application/json")
                .header("User-Agent", telling.place().agent())
                .header("X-Forwarded-For", telling.place().address())
                .timeout(ANSWER_MAX)
                .POST(BodyPublishers.ofString(telling.body()));
        return (telling.place().owner() ? request.header("Authorization", "Bearer " + ownersToken) : request).build();
    }

    /** If no answer comes, nobody knows whether it was. */
    private boolean taken(HttpRequest request, int beacons) throws InterruptedException {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 503) {
                return false;
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(answer.body()).contains("\"accepted\":%d,".formatted(beacons), "\"rejected\":[]");
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
