package com.socialflow.analytics.job;

import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;

/**
 * Says what changed some times a second and before each checkpoint, not each time: what many entries change in a moment
 * costs its state and what follows once. An operator and no function, for only that is told of a checkpoint in time.
 */
abstract class SparingOperator<T> extends AbstractStreamOperator<T> implements ProcessingTimeCallback {

    private static final long serialVersionUID = 1;

    private final long everyMillis;

    SparingOperator(long everyMillis) {
        this.everyMillis = everyMillis;
    }

    /** Keeps and says all that was not yet. */
    abstract void say() throws Exception;

    @Override
    public void open() throws Exception {
        super.open();
        sayLater();
    }

    private void sayLater() {
        var time = getProcessingTimeService();
        time.registerTimer(time.getCurrentProcessingTime() + everyMillis, this);
    }

    @Override
    public void onProcessingTime(long now) throws Exception {
        say();
        sayLater();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
        say();
    }

    @Override
    public void finish() throws Exception {
        say();
        super.finish();
    }
}
