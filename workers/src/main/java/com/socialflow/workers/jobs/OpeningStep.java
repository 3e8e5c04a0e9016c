package com.socialflow.workers.jobs;

import com.socialflow.platform.storage.ObjectStorage;
import java.time.Clock;
import java.util.Optional;

/** Encodes a chunk of the lowest rung, which people play while it is made. */
class OpeningStep implements Step {

    private final MediaTools tools;
    private final Sources sources;
    private final ObjectStorage storage;
    private final Jobs jobs;
    private final Patience patience;
    private final Clock clock;

    OpeningStep(MediaTools tools, Sources sources, ObjectStorage storage, Jobs jobs, Patience patience, Clock clock) {
        this.tools = tools;
        this.sources = sources;
        this.storage = storage;
        this.jobs = jobs;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.OPENING;
    }

    @Override
    public void run(Held held) throws Exception {
        var job = jobs.of(held.task());
        var plan = Results.plan(job);
        var chunk = plan.openingChunks().get(held.task().chunk());
        var premiere = new Premiere(jobs, patience, storage, held, job);
        var rung = plan.openingRungs().getFirst().name();
        var growing =
                new GrowingRendition(held, new Outputs(storage, held), rung, chunk.firstSegment(), premiere, clock);
        try (var source = sources.open(job, held)) {
            tools.encoder().opening(plan, chunk, source.file(), growing);
        }
        var result = Results.write(new Results.Encoded(growing.finished()));
        var next = chunk.index() + 1 < plan.openingChunks().size()
                ? Optional.of(WorkPlan.opening(plan, chunk.index() + 1))
                : Optional.<NewTask>empty();
        patience.end(held, () -> jobs.done(held.lease(), result, next));
        premiere.endIfComplete();
    }
}
