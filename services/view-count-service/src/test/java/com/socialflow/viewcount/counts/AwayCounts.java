package com.socialflow.viewcount.counts;

import java.time.Clock;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Counts of a Redis that does not answer. */
public final class AwayCounts implements AutoCloseable {

    private final LettuceConnectionFactory nowhere = new LettuceConnectionFactory("127.0.0.1", 1);

    public AwayCounts() {
        nowhere.afterPropertiesSet();
        nowhere.start();
    }

    public OpenCounts open() {
        return new OpenCounts(new CountRedis(nowhere), Clock.systemUTC());
    }

    @Override
    public void close() {
        nowhere.destroy();
    }
}
