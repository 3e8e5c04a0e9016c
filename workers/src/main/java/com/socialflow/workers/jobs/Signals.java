package com.socialflow.workers.jobs;

import com.socialflow.core.VideoId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the slots of this process at once what other processes find out by looking. */
class Signals {

    /** Who hears it, on the thread whose transaction was committed: be quick. */
    interface Listener {

        void workAdded();

        void jobDropped(VideoId video, int generation);
    }

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    void listen(Listener listener) {
        listeners.add(listener);
    }

    /** There is a new task, once this transaction is committed. */
    void workAdded() {
        afterCommit(() -> listeners.forEach(Listener::workAdded));
    }

    /** A job needs no more work, once this transaction is committed. */
    void jobDropped(VideoId video, int generation) {
        afterCommit(() -> listeners.forEach(listener -> listener.jobDropped(video, generation)));
    }

    private static void afterCommit(Runnable effect) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                effect.run();
            }
        });
    }
}
