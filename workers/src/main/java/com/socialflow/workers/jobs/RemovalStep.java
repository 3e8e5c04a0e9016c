package com.socialflow.workers.jobs;

import com.socialflow.platform.storage.ObjectStorage;

/** Removes what was made of a video that is gone, or of a source that is not used any more. */
class RemovalStep implements Step {

    private final ObjectStorage storage;
    private final Jobs jobs;
    private final Patience patience;

    RemovalStep(ObjectStorage storage, Jobs jobs, Patience patience) {
        this.storage = storage;
        this.jobs = jobs;
        this.patience = patience;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.REMOVAL;
    }

    @Override
    public void run(Held held) {
        var task = held.task();
        held.require();
        storage.deleteAll(
                task.generation() == Queueing.EVERY_GENERATION
                        ? OutputKeys.all(task.video())
                        : OutputKeys.of(task.video(), task.generation()));
        patience.end(held, () -> jobs.removed(held.lease()));
    }
}
