package com.socialflow.platform;

import com.socialflow.testkit.TestEngines;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The tests' Redis for what is made without a program. */
public final class TestRedis {

    private TestRedis() {}

    /** Connections that the test ends. */
    public static LettuceConnectionFactory connections() {
        var redis = TestEngines.redis();
        var server = new RedisStandaloneConfiguration(redis.host(), redis.port());
        server.setUsername(redis.user());
        server.setPassword(RedisPassword.of(redis.password()));
        var connections = new LettuceConnectionFactory(server);
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }
}
