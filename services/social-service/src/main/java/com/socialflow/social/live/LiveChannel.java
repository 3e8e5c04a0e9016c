package com.socialflow.social.live;

import com.socialflow.platform.recurring.Recurring;
import io.lettuce.core.RedisClient;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Hears what any process tells people, over a connection of its own. When it was away and comes back, everybody here is
 * behind.
 */
@Component
class LiveChannel implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LiveChannel.class);

    /** Until Redis is there for the first time. Later the connection mends itself. */
    private static final Duration TRY_EVERY = Duration.ofSeconds(1);

    private final LettuceConnectionFactory redis;
    private @Nullable OpenStreams streams;
    private @Nullable StatefulRedisPubSubConnection<String, String> connection;
    private boolean closed;

    LiveChannel(LettuceConnectionFactory redis, Recurring recurring) {
        this.redis = redis;
        recurring.every(TRY_EVERY, "live-channel", this::connect);
    }

    /** Who is told. */
    synchronized void listen(OpenStreams open) {
        streams = open;
    }

    private synchronized void connect() {
        var open = streams;
        if (connection != null || closed || open == null) {
            return;
        }
        if (!(redis.getRequiredNativeClient() instanceof RedisClient client)) {
            throw new IllegalStateException("the channel needs a single Redis");
        }
        try {
            var made = client.connectPubSub();
            made.addListener(new Listener(open));
            made.sync().subscribe(Backlog.CHANNEL);
            connection = made;
        } catch (RuntimeException e) {
            log.debug("live events of other processes wait for Redis: {}", e.toString());
        }
    }

    /** Runs on the connection's thread: nothing in it waits. */
    private static final class Listener extends RedisPubSubAdapter<String, String> {

        private final OpenStreams open;

        Listener(OpenStreams open) {
            this.open = open;
        }

        @Override
        public void message(String channel, String message) {
            LiveMessage.Addressed.parse(message).ifPresent(open::tell);
        }

        /** At first, and again after each time that the connection was lost. */
        @Override
        public void subscribed(String channel, long count) {
            open.fallBehind();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        var made = connection;
        if (made != null) {
            made.close();
            connection = null;
        }
    }
}
