package com.socialflow.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL as a child: unpacked and its cluster made at the first start.
 *
 * <p>Its processes stand in the cluster's directory and call it {@code /proc/self/cwd} where there is such a thing: so
 * it works below a directory that the child user may not pass through, such as root's home.
 */
final class PostgresProgram implements ChildProgram {

    static final String USER = "social";

    /** The one that every cluster has from the start; the services' tables are in schemas of it. */
    private static final String DATABASE = "postgres";

    private static final String MAJOR = "18";
    private static final String UNPACKED = "postgresql-18.6";

    /** Making a cluster takes 1 s; forcing it to a slow disk takes longer. */
    private static final Duration INITDB_MAX = Duration.ofMinutes(2);

    /** Recovering after a power cut reads the write-ahead log of a whole {@code max_wal_size}, on a slow disk. */
    private static final Duration READY_MAX = Duration.ofMinutes(10);

    /** INT ends sessions at once and writes a checkpoint; QUIT leaves that to the recovery of the next start. */
    private static final List<StopStep> STOP =
            List.of(new StopStep("INT", Duration.ofSeconds(20)), new StopStep("QUIT", Duration.ofSeconds(5)));

    private static final int READY_LINE = 8;

    private final DataDirectory data;
    private final ProgramFiles programs;
    private final ChildUser user;
    private final EnginesSettings.Postgres settings;
    private final Ports ports;
    private final SecureRandom random;
    private final Consumer<String> progress;

    private @Nullable PostgresAddress address;

    PostgresProgram(Surroundings around, EnginesSettings.Postgres settings, Consumer<String> progress) {
        this.data = around.data();
        this.programs = around.programs();
        this.user = around.user();
        this.ports = around.ports();
        this.random = around.random();
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    public ProcessBuilder prepare() throws IOException, InterruptedException {
        if (user.drop() && !user.setpriv()) {
            throw new EngineUnavailableException(
                    "PostgreSQL does not run as root, and setpriv (util-linux) that would change that is not here:"
                            + " install it, start as another user, or configure the address of yours");
        }
        var unpacked = programs.unpacked(UNPACKED, directory -> {
            progress.accept("unpacking, once");
            PostgresArchive.unpack(directory);
        });
        var home = data.directory(Engine.POSTGRES.key());
        var passwordFile = home.resolve("password");
        var cluster = home.resolve("data");
        if (!Files.exists(cluster)) {
            progress.accept("making its cluster, once");
            makeCluster(unpacked, home, SecretFile.passwordIn(passwordFile, random));
        }
        user.give(cluster);
        requireUsable(cluster, passwordFile);
        var known = address;
        if (known == null) {
            known = new PostgresAddress(
                    "127.0.0.1",
                    ports.choose("postgres", settings.port()),
                    DATABASE,
                    USER,
                    Files.readString(passwordFile).strip());
            address = known;
        }
        PostgresConfiguration.write(cluster, settings, known.port(), user);
        var here = user.drop() ? "/proc/self/cwd" : cluster.toString();
        return in(
                cluster,
                user.command("INT", List.of(unpacked.resolve("bin/postgres").toString(), "-D", here)));
    }

    private void requireUsable(Path cluster, Path passwordFile) throws IOException {
        if (!Files.isReadable(cluster)) {
            throw new EngineUnavailableException(
                    "%s belongs to another user: start as that user, or make it yours".formatted(cluster));
        }
        var version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR)) {
            throw new EngineUnavailableException(
                    "%s was written by PostgreSQL %s and this program brings %s: dump it with the program that wrote"
                                    .formatted(cluster, version, MAJOR)
                            + " it and load it here, or use another data directory");
        }
        if (!Files.exists(passwordFile)) {
            throw new EngineUnavailableException("%s is missing: put it back".formatted(passwordFile));
        }
    }

    /** Under another name until it is whole: a start that was cut off leaves nothing that looks like a cluster. */
    private void makeCluster(Path unpacked, Path home, String password) throws IOException, InterruptedException {
        var fresh = home.resolve("data.new");
        var passwordOnce = home.resolve("password.once");
        ProgramFiles.deleteTree(fresh);
        Files.createDirectory(fresh, DataDirectory.only("rwx------"));
        SecretFile.replace(passwordOnce, password + "\n");
        user.give(fresh);
        user.give(passwordOnce);
        try {
            var builder = in(fresh, user.command("KILL", initdb(unpacked, fresh)));
            var log = log();
            var logged = LogFile.size(log);
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            var initdb = builder.start();
            try {
                if (!initdb.waitFor(INITDB_MAX.toSeconds(), TimeUnit.SECONDS) || initdb.exitValue() != 0) {
                    throw new EngineUnavailableException(
                            "PostgreSQL's cluster could not be made: " + LogFile.tail(log, logged));
                }
            } finally {
                initdb.destroyForcibly();
            }
            PostgresConfiguration.include(fresh);
            Files.move(fresh, home.resolve("data"), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordOnce);
        }
    }

    private List<String> initdb(Path unpacked, Path fresh) {
        return List.of(
                unpacked.resolve("bin/initdb").toString(),
                "-D",
                user.drop() ? "/proc/self/cwd" : fresh.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=../password.once",
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C.UTF-8",
                settings.durable() ? "--data-checksums" : "--no-sync");
    }

    private static ProcessBuilder in(Path directory, List<String> command) {
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        // What the program was told in its environment is not for its children.
        builder.environment().keySet().retainAll(Set.of("PATH"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** The eighth line of its pid file says so, and the first whose it is. */
    @Override
    public boolean ready(long pid) throws IOException {
        var file = data.root().resolve("postgres/data/postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        var lines = Files.readString(file).lines().toList();
        return lines.size() >= READY_LINE
                && lines.getFirst().equals(Long.toString(pid))
                && lines.get(READY_LINE - 1).startsWith("ready");
    }

    /** Known once it was prepared. */
    PostgresAddress address() {
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
        return data.run("postgres.pid");
    }

    @Override
    public Path log() {
        return data.run("postgres.log");
    }
}
