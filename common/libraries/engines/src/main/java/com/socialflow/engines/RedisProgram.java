package com.socialflow.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Redis as a child, with one user that has a password and none without.
 *
 * <p>Every command is written to the append-only file before it is answered, so that what was acknowledged outlives the
 * server's sudden end. {@code appendfsync everysec} would not do: while a flush is under way it holds writes back for
 * up to two seconds (flushAppendOnlyFile in aof.c). So Redis never flushes and {@link AppendOnlyFlush} does, each
 * second, from outside: a power cut costs about one second.
 */
final class RedisProgram implements ChildProgram {

    static final String USER = "social";

    /** Reading a large append-only file after a start. */
    private static final Duration READY_MAX = Duration.ofMinutes(5);

    private static final List<StopStep> STOP = List.of(new StopStep("TERM", Duration.ofSeconds(10)));

    /** All processes of the program on one machine, with room. */
    private static final int CLIENTS_MAX = 1_000;

    /** From this version on the append-only file is a directory, which older ones do not see. */
    private static final int MAJOR_OF_DIRECTORY = 7;

    private final DataDirectory data;
    private final ProgramFiles programs;
    private final ChildUser user;
    private final Ports ports;
    private final SecureRandom random;
    private final EnginesSettings.Redis settings;

    private @Nullable RedisServer server;
    private @Nullable RedisAddress address;

    RedisProgram(Surroundings around, EnginesSettings.Redis settings) {
        this.data = around.data();
        this.programs = around.programs();
        this.user = around.user();
        this.ports = around.ports();
        this.random = around.random();
        this.settings = settings;
    }

    @Override
    public ProcessBuilder prepare() throws IOException, InterruptedException {
        var program = server;
        if (program == null) {
            program = RedisServer.find(settings.program(), programs);
            server = program;
        }
        var home = data.directory(Engine.REDIS.key());
        var kept = keptIn(data.root());
        if (!Files.exists(kept)) {
            Files.createDirectory(kept, DataDirectory.only("rwx------"));
        }
        user.give(kept);
        requireUsable(kept, program);
        var known = address;
        if (known == null) {
            var password = SecretFile.passwordIn(home.resolve("password"), random);
            known = new RedisAddress("127.0.0.1", ports.choose("redis", settings.port()), USER, password);
            address = known;
        }
        write(kept.resolve("users.acl"), users(known.password()));
        write(kept.resolve("redis.conf"), configuration(known.port()));
        // Where this directory is below one that the child may not pass through, its working directory is the way in.
        var here = user.drop() ? "/proc/self/cwd" : kept.toString();
        var builder = new ProcessBuilder(
                        user.command("TERM", List.of(program.program().toString(), here + "/redis.conf")))
                .directory(kept.toFile());
        builder.environment().keySet().retainAll(Set.of("PATH"));
        return builder;
    }

    static Path keptIn(Path data) {
        return data.resolve("redis/data");
    }

    private static void requireUsable(Path kept, RedisServer server) {
        if (!Files.isWritable(kept)) {
            throw new EngineUnavailableException(
                    "%s belongs to another user: start as that user, or make it yours".formatted(kept));
        }
        if (server.major() < MAJOR_OF_DIRECTORY && Files.exists(kept.resolve("appendonlydir"))) {
            throw new EngineUnavailableException(
                    "%s was written by Redis %d or newer, and here is only Redis %d: install the newer one again"
                            .formatted(kept, MAJOR_OF_DIRECTORY, server.major()));
        }
    }

    private void write(Path file, String text) throws IOException {
        SecretFile.replaceForNow(file, text);
        user.give(file);
    }

    /** Without administration: whoever gets at the connection still can't make the server load or write files. */
    private static String users(String password) {
        return """
                user default off
                user %s on #%s ~* &* +@all -@admin
                """.formatted(USER, sha256(password));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String configuration(int port) {
        return """
                # Written at each start.
                bind 127.0.0.1
                port %d
                dir ./
                aclfile users.acl
                databases 1
                maxclients %d
                maxmemory %d
                maxmemory-policy noeviction
                appendonly yes
                appendfsync no
                save ""
                daemonize no
                loglevel warning
                tcp-backlog 128
                """.formatted(port, CLIENTS_MAX, settings.memoryMax());
    }

    @Override
    public boolean ready(long pid) {
        return RedisPing.answers(address());
    }

    /** Known once it was prepared. */
    RedisAddress address() {
        var known = address;
        if (known == null) {
            throw new IllegalStateException("not prepared yet");
        }
        return known;
    }

    @Override
    public Duration readyWithin() {
        return READY_MAX;
    }

    @Override
    public List<StopStep> stopSteps() {
        return STOP;
    }

    @Override
    public Path pidFile() {
        return data.run("redis.pid");
    }

    @Override
    public Path log() {
        return data.run("redis.log");
    }
}
