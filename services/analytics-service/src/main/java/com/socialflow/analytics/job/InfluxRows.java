package com.socialflow.analytics.job;

import com.socialflow.analytics.cells.CellKey;
import com.socialflow.analytics.cells.Uniques;
import com.socialflow.proto.analytics.v1.CellRow;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Writes cells to InfluxDB, or what else takes its line protocol over HTTP. A point of the same tags and time
 * replaces the one before, so that values that come again change nothing there either.
 */
final class InfluxRows implements RowWriter {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final int OK_MIN = 200;
    private static final int OK_MAX = 299;

    private final JobSettings.Influx influx;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build();

    InfluxRows(JobSettings.Influx influx) {
        this.influx = influx;
    }

    @Override
    public void write(Collection<CellRow> rows) throws IOException, InterruptedException {
        var lines = rows.stream().map(InfluxRows::line).collect(Collectors.joining("\n"));
        var request = HttpRequest.newBuilder(URI.create(influx.url()))
                .timeout(ANSWER_MAX)
                .POST(HttpRequest.BodyPublishers.ofString(lines));
        if (!influx.token().isEmpty()) {
            request.header("Authorization", "Token " + influx.token());
        }
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() < OK_MIN || answer.statusCode() > OK_MAX) {
            throw new IOException("InfluxDB answers %d: %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    /** As its line protocol has it, times in milliseconds. */
    static String line(CellRow row) {
        var key = CellKey.parse(row.getCell());
        var value = key.value().isEmpty() ? "" : ",value=" + escaped(key.value());
        var uniques = new Uniques();
        uniques.add(row.getUniques().toByteArray());
        return "cell_%s,video=%d,dimension=%s%s "
                        .formatted(
                                key.granularity().word(),
                                key.video(),
                                key.dimension().word(),
                                value)
                + "views=%di,raw_views=%di,uniques=%di,watch_millis=%di,played_sum=%di,live_peak=%di,"
                        .formatted(
                                row.getViews(),
                                row.getRawViews(),
                                uniques.estimate(),
                                row.getWatchMillis(),
                                row.getPlayedSum(),
                                row.getLivePeak())
                + "stalls=%di,stalled_millis=%di,failures=%di,exits_before_start=%di,impressions=%di,clicks=%di %d"
                        .formatted(
                                row.getStalls(),
                                row.getStalledMillis(),
                                row.getFailures(),
                                row.getExitsBeforeStart(),
                                row.getImpressions(),
                                row.getClicks(),
                                key.start());
    }

    private static String escaped(String tag) {
        return tag.replace("\\", "\\\\").replace(",", "\\,").replace(" ", "\\ ").replace("=", "\\=");
    }

    @Override
    public void close() {
        client.close();
    }
}
