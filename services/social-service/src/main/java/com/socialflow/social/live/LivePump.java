package com.socialflow.social.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Carries the news of one stream to its client, on the client's own virtual thread. */
final class LivePump {

    /** How a client is told. Each method throws when the client is gone. */
    interface Client {

        void send(LiveMessage message) throws IOException;

        /** Nothing happened for a while: proxies and the client learn that the connection is alive. */
        void heartbeat() throws IOException;
    }

    /** Shorter than what proxies let a silent connection live. */
    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Afterwards the client comes back with a fresh token and its last id. */
    private static final Duration STREAM_MAX = Duration.ofMinutes(30);

    private final Clock clock;

    LivePump(Clock clock) {
        this.clock = clock;
    }

    /** Returns when the session or its time is over. */
    void run(LiveStream stream, Client client) throws IOException, InterruptedException {
        Instant end = clock.instant().plus(STREAM_MAX);
        while (clock.instant().isBefore(end)) {
            switch (stream.next(HEARTBEAT)) {
                case LiveStream.News.Event(var message) -> client.send(message);
                case LiveStream.News.Nothing() -> client.heartbeat();
                case LiveStream.News.Over() -> {
                    return;
                }
            }
        }
    }
}
