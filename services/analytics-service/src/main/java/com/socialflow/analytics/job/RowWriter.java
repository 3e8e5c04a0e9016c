package com.socialflow.analytics.job;

import com.socialflow.proto.analytics.v1.CellRow;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;

/** Writes cells somewhere, over whatever is there. */
interface RowWriter extends AutoCloseable {

    /** All of them, or a failure after which the job goes back to its last checkpoint. */
    void write(Collection<CellRow> rows) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /** Makes a writer where the job runs. */
    interface Opening extends Serializable {
        RowWriter open();
    }
}
