package com.socialflow.social.homes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Runs {@link Script}s. A Redis that was started again may have lost what it did last, so what it holds from before
 * is not believed: keys carry an epoch, which is kept in Redis beside the name that Redis gives each of its runs.
 * That it was started again shows by its having forgotten our scripts: they are loaded only after the epoch was
 * looked at.
 */
@Component
class HomeRedis {

    /** The epoch that scripts compare with. */
    static final String EPOCH = "homes:epoch";

    /**
     * Gives the epoch, after a new one was made if Redis runs for another time than when it was made; the homes of the
     * one before go. {@code
     * ARGV[1]} is what tells epochs of one run apart.
     */
    private static final String LOOK = """
            local run = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
            local known = redis.call('GET', KEYS[1])
            if known and string.sub(known, 1, #run) == run and ARGV[2] == '0' then return known end
            if known then
                local before = 'homes:' .. string.sub(known, -8)
                local homes = redis.call('ZRANGE', before .. ':read', 0, -1)
                for i = 1, #homes, 500 do
                    redis.call('UNLINK', unpack(homes, i, math.min(i + 499, #homes)))
                end
                redis.call('UNLINK', before .. ':read', before .. ':delivered')
            end
            redis.call('SET', KEYS[1], run .. ARGV[1])
            return run .. ARGV[1]
            """;

    private static final String NEVER = "-";

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Redis started again, another process raised the epoch: more often in a row it's not that. */
    private static final int TRIES_MAX = 4;

    private static final Logger log = LoggerFactory.getLogger(HomeRedis.class);

    private final LettuceConnectionFactory connections;
    private final RandomGenerator random;
    private final Map<Script, String> digests = new EnumMap<>(Script.class);
    private volatile @Nullable String epoch;

    HomeRedis(LettuceConnectionFactory connections, RandomGenerator random) {
        this.connections = connections;
        this.random = random;
    }

    /**
     * Runs the script and gives its answer.
     *
     * @throws DataAccessResourceFailureException when Redis is away
     */
    List<String> run(Script script, Keys keys, List<String> arguments) {
        return finish(start(script, keys, arguments), script, keys, arguments);
    }

    /** Keys of scripts, given the epoch. */
    interface Keys {
        Stream<String> in(String epoch);
    }

    /** Starts the script. {@link #finish} waits for its answer. */
    RedisFuture<List<byte[]>> start(Script script, Keys keys, List<String> arguments) {
        var now = epoch();
        var all = Stream.concat(Stream.of(EPOCH), keys.in(now))
                .map(HomeRedis::bytes)
                .toArray(byte[][]::new);
        var values = Stream.concat(Stream.of(now), arguments.stream())
                .map(HomeRedis::bytes)
                .toArray(byte[][]::new);
        return commands().evalsha(digest(script), ScriptOutputType.MULTI, all, values);
    }

    /** Waits for the answer of a script that was started, and runs it again when the epoch was another one. */
    List<String> finish(RedisFuture<List<byte[]>> started, Script script, Keys keys, List<String> arguments) {
        var answer = started;
        for (var tries = 1; ; tries++) {
            try {
                return answer(answer).stream()
                        .map(bytes -> new String(bytes, UTF_8))
                        .toList();
            } catch (Outdated e) {
                if (tries == TRIES_MAX) {
                    throw new DataAccessResourceFailureException("Redis forgets scripts again and again", e);
                }
                look(false);
                answer = start(script, keys, arguments);
            }
        }
    }

    /** Redis was started again, or somebody has raised the epoch: what is known here of it is out of date. */
    private static final class Outdated extends Exception {
        private static final long serialVersionUID = 1L;

        Outdated(Throwable cause) {
            super(cause);
        }
    }

    private static List<byte[]> answer(RedisFuture<List<byte[]>> future) throws Outdated {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            if (cause instanceof RedisNoScriptException
                    || (cause instanceof RedisCommandExecutionException && isStale(cause.getMessage()))) {
                throw new Outdated(cause);
            }
            throw new DataAccessResourceFailureException("Redis did not run a script", e);
        } catch (TimeoutException e) {
            throw new DataAccessResourceFailureException("Redis does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("stopped while Redis was asked", e);
        }
    }

    private static boolean isStale(@Nullable String message) {
        return message != null && message.contains(Script.STALE);
    }

    private String epoch() {
        var known = epoch;
        return known == null ? look(false) : known;
    }

    /** From now on nobody believes what Redis holds of home timelines. */
    void raiseEpoch() {
        look(true);
    }

    /**
     * Looks at the epoch, and loads the scripts in between two looks: should Redis be started again just then, the
     * second one finds out.
     */
    private synchronized String look(boolean raise) {
        epochOf(raise);
        for (var script : Script.values()) {
            load(script);
        }
        var found = epochOf(false);
        if (!found.equals(epoch)) {
            log.info("home timelines in Redis are of the epoch {}", found);
        }
        epoch = found;
        return found;
    }

    /** By running it with an epoch that never is: before Redis 7, one that is merely loaded outlives a restart. */
    private void load(Script script) {
        var text = bytes(script.text());
        RedisFuture<List<byte[]>> answer =
                commands().eval(text, ScriptOutputType.MULTI, new byte[][] {bytes(EPOCH)}, bytes(NEVER));
        try {
            answer(answer);
            throw new IllegalStateException("a script does not look at the epoch");
        } catch (Outdated e) {
            digests.put(script, commands().digest(text));
        }
    }

    private String epochOf(boolean raise) {
        var salt = Long.toHexString(random.nextLong());
        RedisFuture<byte[]> answer = commands()
                .eval(
                        bytes(LOOK),
                        ScriptOutputType.VALUE,
                        new byte[][] {bytes(EPOCH)},
                        bytes(salt),
                        bytes(raise ? "1" : "0"));
        return new String(sync(answer), UTF_8);
    }

    private static <T> T sync(RedisFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DataAccessResourceFailureException("Redis does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("stopped while Redis was asked", e);
        }
    }

    private synchronized String digest(Script script) {
        var known = digests.get(script);
        if (known == null) {
            throw new IllegalStateException("scripts are loaded before the epoch is known");
        }
        return known;
    }

    private RedisClusterAsyncCommands<byte[], byte[]> commands() {
        return ((LettuceConnection) connections.getConnection()).getNativeConnection();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
