package com.socialflow.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Segments of 1 MB from the program and from nginx, in turn, on the same machine. */
final class SegmentBench {

    private static final int WARM_UP = 30_000;
    private static final int REQUESTS = 2_000;
    private static final int CONNECTIONS = 4;

    /** Short and many: a shared machine becomes twice as fast or slow within seconds. */
    private static final int RUNS = 15;

    private static final Duration START_MAX = Duration.ofSeconds(10);
    private static final int LOOK_MILLIS = 20;

    private SegmentBench() {}

    static void measure(Running program, Results results) throws Exception {
        if (!Files.isExecutable(Path.of("/usr/sbin/nginx"))) {
            results.skipped("segments beside nginx", "nginx is not installed");
            return;
        }
        var creator = Creator.register(program, "segment_bench");
        var clip = Clips.moving(program, 20);
        var video = creator.awaitReady(creator.upload(clip));
        var folder = Creator.field(video, "hls").replaceFirst("/[^/]*$", "");
        var file = largest(program.data().resolve("storage/objects").resolve(folder.replaceFirst("^/media/", "")));
        // Exactly 1 MB under an address that the program serves.
        Files.write(file, new byte[1 << 20]);
        var path = folder + "/" + Objects.requireNonNull(file.getParent()).getFileName() + "/" + file.getFileName();
        var nginx = nginx(program.data().resolveSibling("nginx"), file);
        try {
            Load.run(program.port(), path, CONNECTIONS, WARM_UP);
            var ours = new ArrayList<Double>();
            var theirs = new ArrayList<Double>();
            var ratios = new ArrayList<Double>();
            for (var run = 0; run < RUNS; run++) {
                ours.add(Load.run(program.port(), path, CONNECTIONS, REQUESTS).bytes() / 1e6);
                theirs.add(Load.run(nginx.port(), "/segment.m4s", CONNECTIONS, REQUESTS)
                                .bytes()
                        / 1e6);
                ratios.add(ours.getLast() / theirs.getLast());
            }
            results.note("segments of 1 MB, Social Flow", StartBench.median(ours), "MB/s");
            results.note("segments of 1 MB, nginx", StartBench.median(theirs), "MB/s");
            results.atLeast("segments beside nginx, median of " + RUNS, StartBench.median(ratios), 0.8, "times");
        } finally {
            nginx.process().destroy();
            nginx.process().waitFor(5, TimeUnit.SECONDS);
        }
    }

    private record Nginx(Process process, int port) {}

    private static Nginx nginx(Path folder, Path segment) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.copy(segment, folder.resolve("segment.m4s"));
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var configuration = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off; worker_processes 2; user root; pid %1$s/pid; error_log %1$s/error.log;
                events {}
                http {
                  sendfile on; tcp_nopush on; keepalive_requests 1000000; access_log off;
                  client_body_temp_path %1$s/a; proxy_temp_path %1$s/b; fastcgi_temp_path %1$s/c;
                  uwsgi_temp_path %1$s/d; scgi_temp_path %1$s/e;
                  server { listen 127.0.0.1:%2$d; root %1$s; }
                }
                """.formatted(folder, port));
        var process = new ProcessBuilder("/usr/sbin/nginx", "-c", configuration.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        awaitListening(process, port);
        return new Nginx(process, port);
    }

    private static void awaitListening(Process nginx, int port) throws IOException, InterruptedException {
        for (var deadline = System.nanoTime() + START_MAX.toNanos(); System.nanoTime() < deadline; ) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (ConnectException e) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
        nginx.destroy();
        throw new IllegalStateException("nginx does not listen");
    }

    private static Path largest(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            List<Path> segments =
                    files.filter(file -> file.toString().endsWith(".m4s")).toList();
            return segments.stream()
                    .max(java.util.Comparator.comparingLong(
                            file -> file.toFile().length()))
                    .orElseThrow();
        }
    }
}
