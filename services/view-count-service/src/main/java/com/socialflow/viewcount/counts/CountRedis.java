package com.socialflow.viewcount.counts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * What counting asks of Redis.
 *
 * <p>Everything throws {@link DataAccessResourceFailureException} when Redis is away. A script that was sent then may
 * have run: positions tell.
 */
@Component
class CountRedis {

    /** Longer than the largest script takes on a machine that is busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LettuceConnectionFactory connections;
    private final Keyspace keys;

    @Autowired
    CountRedis(LettuceConnectionFactory connections) {
        this(connections, Keyspace.VIEWS);
    }

    CountRedis(LettuceConnectionFactory connections, Keyspace keys) {
        this.connections = connections;
        this.keys = keys;
    }

    Keyspace keys() {
        return keys;
    }

    Positions positions() {
        return positions(wait(commands().hgetall(keys.positions())));
    }

    static Positions positions(Map<byte[], byte[]> fields) {
        var found = new HashMap<String, String>();
        fields.forEach((name, value) -> found.put(new String(name, US_ASCII), new String(value, US_ASCII)));
        return Positions.of(found);
    }

    /** Does nothing when the partition has begun, or others have from another floor. */
    void begin(int partition, long start, long end, long floor) {
        run(
                Script.BEGIN,
                List.of(keys.positions()),
                Stream.of(partition, start, end, floor).map(CountRedis::bytes));
    }

    /** The hours of which anything is kept, the oldest first. */
    TreeSet<Long> hours() {
        var found = new TreeSet<Long>();
        wait(commands().smembers(keys.hours())).forEach(hour -> found.add(Long.parseLong(text(hour))));
        return found;
    }

    /** Asks for the values of these keys; {@link #values} waits for them. */
    Optional<RedisFuture<List<KeyValue<byte[], byte[]>>>> ask(List<byte[]> wanted) {
        return wanted.isEmpty() ? Optional.empty() : Optional.of(commands().mget(wanted.toArray(byte[][]::new)));
    }

    /** The values in the order of their keys; of no bytes where there is none. */
    List<byte[]> values(Optional<RedisFuture<List<KeyValue<byte[], byte[]>>>> asked) {
        return asked.map(answer -> wait(answer).stream()
                        .map(found -> found.getValueOrElse(new byte[0]))
                        .toList())
                .orElse(List.of());
    }

    /** Runs the script and gives its answer. */
    List<byte[]> run(Script script, List<byte[]> scriptKeys, Stream<byte[]> arguments) {
        var all = scriptKeys.toArray(byte[][]::new);
        var values = arguments.toArray(byte[][]::new);
        var text = script.text().getBytes(UTF_8);
        var commands = commands();
        try {
            return wait(commands.evalsha(commands.digest(text), ScriptOutputType.MULTI, all, values));
        } catch (RedisNoScriptException e) {
            return wait(commands.eval(text, ScriptOutputType.MULTI, all, values));
        }
    }

    /** Arguments of scripts that look whether the log is counted up to these ends. */
    static List<byte[]> ends(Map<Integer, Long> ends) {
        var arguments = new ArrayList<byte[]>();
        ends.forEach((partition, end) -> {
            arguments.add(bytes(partition));
            arguments.add(bytes(end));
        });
        return arguments;
    }

    RedisClusterAsyncCommands<byte[], byte[]> commands() {
        return ((LettuceConnection) connections.getConnection()).getNativeConnection();
    }

    <T> T wait(RedisFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RedisNoScriptException unknown) {
                throw unknown;
            }
            throw new DataAccessResourceFailureException("Redis did not do it: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new DataAccessResourceFailureException("Redis does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("stopped while Redis was asked", e);
        }
    }

    static byte[] bytes(Number number) {
        return Long.toString(number.longValue()).getBytes(US_ASCII);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
