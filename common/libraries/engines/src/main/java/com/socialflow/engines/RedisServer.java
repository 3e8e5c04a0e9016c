package com.socialflow.engines;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Redis or Valkey server that can be run here.
 *
 * @param major the first part of its version
 */
record RedisServer(Path program, int major) {

    /** Older ones on the PATH are no better than the one that comes along. */
    private static final int PATH_MAJOR_MIN = 7;

    private static final List<String> NAMES = List.of("valkey-server", "redis-server");
    private static final Pattern VERSION = Pattern.compile("\\bv=(\\d+)\\.");
    private static final long PROBE_MAX_S = 10;

    /** The wanted one, else one of the PATH that is new enough, else the one that comes along. */
    static RedisServer find(@Nullable Path wanted, ProgramFiles programs) throws IOException, InterruptedException {
        if (wanted != null) {
            return probe(wanted)
                    .orElseThrow(() -> new EngineUnavailableException(
                            "%s, configured as the Redis server, is none that runs here".formatted(wanted)));
        }
        for (var program : onPath()) {
            var server = probe(program);
            if (server.isPresent() && server.get().major() >= PATH_MAJOR_MIN) {
                return server.get();
            }
        }
        return probe(unpacked(programs))
                .orElseThrow(() -> new EngineUnavailableException(
                        "the Redis that comes along does not run here, often for want of OpenSSL 3 (libssl3):"
                                + " install Debian's redis-server, or configure the address of yours"));
    }

    private static List<Path> onPath() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .toList();
    }

    private static Path unpacked(ProgramFiles programs) throws IOException {
        var resource = resource();
        var directory = programs.unpacked(resource, into -> {
            try (var in = RedisServer.class.getClassLoader().getResourceAsStream(resource)) {
                if (in == null) {
                    throw new EngineUnavailableException(
                            "no Redis for this kind of machine comes along (%s): install redis-server 7 or newer, or"
                                            .formatted(resource)
                                    + " configure the address of yours");
                }
                var file = into.resolve("redis-server");
                Files.copy(in, file);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        });
        return directory.resolve("redis-server");
    }

    /** Its name inside the jar of embedded-redis. */
    private static String resource() {
        var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        var arm = System.getProperty("os.arch").equals("aarch64");
        if (mac) {
            return arm ? "redis-server-6.2.6-v5-darwin-arm64" : "redis-server-6.2.6-v5-darwin-amd64";
        }
        return arm ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
    }

    /** Asks it for its version, such as {@code Redis server v=7.0.15 sha=…}; nothing when it does not run. */
    private static Optional<RedisServer> probe(Path program) throws InterruptedException {
        try {
            var process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PROBE_MAX_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            var version = VERSION.matcher(said);
            return version.find()
                    ? Optional.of(new RedisServer(program, Integer.parseInt(version.group(1))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
