package com.socialflow.analytics.stream;

import com.socialflow.testkit.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A real InfluxDB 1, as Debian packages it, with one database. */
final class InfluxServer implements AutoCloseable {

    private static final String DATABASE = "views";

    private final int port;
    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();

    private InfluxServer(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Where it is installed. */
    static Optional<Path> program() {
        return List.of("/usr/bin/influxd", "/usr/local/bin/influxd", "/opt/homebrew/bin/influxd").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static InfluxServer start(Path program, Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        var port = FreePort.next();
        var builder = new ProcessBuilder(program.toString(), "run")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("influxd.log").toFile());
        var environment = builder.environment();
        environment.put("INFLUXDB_CONFIG_PATH", "/dev/null");
        environment.put("INFLUXDB_REPORTING_DISABLED", "true");
        environment.put("INFLUXDB_BIND_ADDRESS", "127.0.0.1:" + FreePort.next());
        environment.put("INFLUXDB_HTTP_BIND_ADDRESS", "127.0.0.1:" + port);
        environment.put("INFLUXDB_META_DIR", directory.resolve("meta").toString());
        environment.put("INFLUXDB_DATA_DIR", directory.resolve("data").toString());
        environment.put("INFLUXDB_DATA_WAL_DIR", directory.resolve("wal").toString());
        environment.put("INFLUXDB_MONITOR_STORE_ENABLED", "false");
        var server = new InfluxServer(port, builder.start());
        TestStream.eventually("InfluxDB answers", server::answers);
        server.query("CREATE DATABASE " + DATABASE);
        return server;
    }

    private boolean answers() {
        try {
            return client.send(HttpRequest.newBuilder(at("/ping")).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 204;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the job writes cells. */
    String writes() {
        return at("/write?db=%s&precision=ms".formatted(DATABASE)).toString();
    }

    /** Its answer, as JSON. */
    String query(String text) throws IOException, InterruptedException {
        var asked = at("/query?db=%s&q=%s".formatted(DATABASE, URLEncoder.encode(text, StandardCharsets.UTF_8)));
        var request = HttpRequest.newBuilder(asked)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() throws InterruptedException {
        client.close();
        process.destroyForcibly().waitFor();
    }
}
