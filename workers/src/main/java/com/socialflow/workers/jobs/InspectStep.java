package com.socialflow.workers.jobs;

import com.socialflow.workers.inspect.Inspection;

/** Looks at a source and queues the work that it makes. */
class InspectStep implements Step {

    private final MediaTools tools;
    private final Sources sources;
    private final Jobs jobs;
    private final Patience patience;
    private final WorkSettings settings;

    InspectStep(MediaTools tools, Sources sources, Jobs jobs, Patience patience, WorkSettings settings) {
        this.tools = tools;
        this.sources = sources;
        this.jobs = jobs;
        this.patience = patience;
        this.settings = settings;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.INSPECT;
    }

    @Override
    public void run(Held held) throws Exception {
        var job = jobs.of(held.task());
        try (var source = sources.open(job, held)) {
            switch (tools.inspector().inspect(source.file())) {
                case Inspection.Inspected inspected -> {
                    var outlook = WorkPlan.of(inspected.facts(), settings, jobs.ladderIsFree());
                    patience.end(held, () -> jobs.inspected(held.lease(), outlook));
                }
                case Inspection.Rejected rejected ->
                    throw new Refusal(new Failure(rejected.code(), rejected.message()), rejected.detail());
            }
        }
    }
}
