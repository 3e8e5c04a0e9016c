package com.socialflow.viewcount.counts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RestoreArgs;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Redis, in which things go wrong when they are told to. */
final class SimulatedRedis extends CountRedis {

    /** The process ended here. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Runnable before = () -> {};
    private Runnable after = () -> {};

    SimulatedRedis(LettuceConnectionFactory connections, String tag) {
        super(connections, new Keyspace(tag));
    }

    /** What happens once just before the next batch is counted, and just after. */
    void around(Runnable beforeIt, Runnable afterIt) {
        before = beforeIt;
        after = afterIt;
    }

    @Override
    List<byte[]> run(Script script, List<byte[]> scriptKeys, Stream<byte[]> arguments) {
        if (script != Script.COUNT) {
            return super.run(script, scriptKeys, arguments);
        }
        var first = before;
        var then = after;
        around(() -> {}, () -> {});
        first.run();
        var answer = super.run(script, scriptKeys, arguments);
        then.run();
        return answer;
    }

    void wipe() {
        var all = names();
        if (!all.isEmpty()) {
            wait(commands().del(all.toArray(byte[][]::new)));
        }
    }

    /** All that is in it, for {@link #restore}. */
    Map<String, byte[]> dump() {
        var found = new HashMap<String, byte[]>();
        for (var name : names()) {
            found.put(new String(name, ISO_8859_1), wait(commands().dump(name)));
        }
        return found;
    }

    void restore(Map<String, byte[]> dump) {
        wipe();
        dump.forEach((name, value) -> wait(commands().restore(name.getBytes(ISO_8859_1), value, new RestoreArgs())));
    }

    private List<byte[]> names() {
        var found = new ArrayList<byte[]>();
        RedisClusterAsyncCommands<byte[], byte[]> commands = commands();
        var match = ScanArgs.Builder.matches((keys().prefix() + "*").getBytes(UTF_8))
                .limit(1_000);
        ScanCursor cursor = ScanCursor.INITIAL;
        do {
            KeyScanCursor<byte[]> page = wait(commands.scan(cursor, match));
            found.addAll(page.getKeys());
            cursor = page;
        } while (!cursor.isFinished());
        return found.stream().distinct().toList();
    }
}
