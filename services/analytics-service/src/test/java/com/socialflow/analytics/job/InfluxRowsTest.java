package com.socialflow.analytics.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.analytics.cells.CellKey;
import com.socialflow.analytics.cells.Dimension;
import com.socialflow.analytics.cells.Granularity;
import com.socialflow.proto.analytics.v1.CellRow;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InfluxRowsTest {

    private static final CellRow ROW = CellRow.newBuilder()
            .setCell(new CellKey(7, Granularity.HOUR, Dimension.COUNTRY, 1_795_176_000_000L, "a b,c").text())
            .setViews(3)
            .setRawViews(4)
            .setWatchMillis(50_000)
            .setImpressions(9)
            .setClicks(2)
            .build();

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(204);
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v2/write", exchange -> {
            told.add(exchange.getRequestHeaders().getFirst("Authorization") + "\n"
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void writesLinesWithAToken() throws Exception {
        try (var influx = open()) {
            influx.write(List.of(ROW, ROW.toBuilder().setViews(5).build()));
        }

        var line = "cell_hour,video=7,dimension=country,value=a\\ b\\,c views=%di,raw_views=4i,uniques=0i,"
                + "watch_millis=50000i,played_sum=0i,live_peak=0i,stalls=0i,stalled_millis=0i,failures=0i,"
                + "exits_before_start=0i,impressions=9i,clicks=2i 1795176000000";
        assertThat(told).containsExactly("Token secret\n" + line.formatted(3) + "\n" + line.formatted(5));
    }

    @Test
    void failsWhenItIsRefused() {
        status.set(503);
        try (var influx = open()) {
            assertThatThrownBy(() -> influx.write(List.of(ROW))).isInstanceOf(IOException.class);
        }
    }

    private InfluxRows open() {
        var port = server.getAddress().getPort();
        return new InfluxRows(new JobSettings.Influx(
                "http://127.0.0.1:%d/api/v2/write?org=o&bucket=b&precision=ms".formatted(port), "secret"));
    }
}
