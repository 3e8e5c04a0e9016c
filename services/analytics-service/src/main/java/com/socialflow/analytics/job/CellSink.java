package com.socialflow.analytics.job;

import com.socialflow.proto.analytics.v1.CellRow;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes cells to PostgreSQL, the last of each, in batches. Before a checkpoint everything said before it is written, so
 * that a cell is never forgotten; values are absolute, so that writing again is as good as once.
 */
final class CellSink implements Sink<CellRow> {

    private static final long serialVersionUID = 1;

    /** Cells that wait; a batch of this size takes some tens of milliseconds. */
    private static final int BATCH_MAX = 2_000;

    private static final long FLUSH_EVERY_MS = 1_000;

    private final JobSettings.Database database;

    CellSink(JobSettings.Database database) {
        this.database = database;
    }

    @Override
    public SinkWriter<CellRow> createWriter(WriterInitContext context) {
        var writer = new Writer(new CellRowStore(database), context.getProcessingTimeService());
        writer.flushLater();
        return writer;
    }

    private static final class Writer implements SinkWriter<CellRow>, ProcessingTimeService.ProcessingTimeCallback {

        private final CellRowStore store;
        private final ProcessingTimeService time;
        private final Map<String, CellRow> waiting = new HashMap<>();

        Writer(CellRowStore store, ProcessingTimeService time) {
            this.store = store;
            this.time = time;
        }

        void flushLater() {
            time.registerTimer(time.getCurrentProcessingTime() + FLUSH_EVERY_MS, this);
        }

        @Override
        public void onProcessingTime(long now) throws IOException {
            flush(false);
            flushLater();
        }

        @Override
        public void write(CellRow row, Context context) throws IOException {
            waiting.put(row.getCell(), row);
            if (waiting.size() >= BATCH_MAX) {
                flush(false);
            }
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            if (waiting.isEmpty()) {
                return;
            }
            try {
                store.write(waiting.values());
                waiting.clear();
            } catch (SQLException e) {
                // The job starts again from its last checkpoint, later and later while there is no database.
                throw new IOException("cells cannot be written", e);
            }
        }

        @Override
        public void close() throws SQLException {
            store.close();
        }
    }
}
