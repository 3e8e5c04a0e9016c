package com.socialflow.analytics.job;

import com.socialflow.proto.analytics.v1.CellRow;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes cells, the last state of each, in batches. Before a checkpoint everything said before it is written, so
 * that a cell is never forgotten; values are absolute, so that writing again is as good as once.
 */
final class CellSink implements Sink<CellRow> {

    private static final long serialVersionUID = 1;

    /** Cells that wait; a batch of this size takes some tens of milliseconds. */
    private static final int BATCH_MAX = 2_000;

    private static final long FLUSH_EVERY_MS = 1_000;

    private final RowWriter.Opening rows;

    CellSink(RowWriter.Opening rows) {
        this.rows = rows;
    }

    @Override
    public SinkWriter<CellRow> createWriter(WriterInitContext context) {
        var writer = new Writer(rows.open(), context.getProcessingTimeService());
        writer.flushLater();
        return writer;
    }

    private static final class Writer implements SinkWriter<CellRow>, ProcessingTimeService.ProcessingTimeCallback {

        private final RowWriter rows;
        private final ProcessingTimeService time;
        private final Map<String, CellRow> waiting = new HashMap<>();

        Writer(RowWriter rows, ProcessingTimeService time) {
            this.rows = rows;
            this.time = time;
        }

        void flushLater() {
            time.registerTimer(time.getCurrentProcessingTime() + FLUSH_EVERY_MS, this);
        }

        @Override
        public void onProcessingTime(long now) throws IOException, InterruptedException {
            flush(false);
            flushLater();
        }

        @Override
        public void write(CellRow row, Context context) throws IOException, InterruptedException {
            waiting.put(row.getCell(), row);
            if (waiting.size() >= BATCH_MAX) {
                flush(false);
            }
        }

        @Override
        public void flush(boolean endOfInput) throws IOException, InterruptedException {
            if (waiting.isEmpty()) {
                return;
            }
            // On a failure the job starts again from its last checkpoint, later and later while there is nobody to
            // write to.
            rows.write(waiting.values());
            waiting.clear();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
