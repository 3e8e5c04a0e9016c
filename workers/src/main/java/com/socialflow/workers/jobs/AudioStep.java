package com.socialflow.workers.jobs;

import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.workers.encode.Encoder;
import java.time.Clock;
import java.util.Optional;

/** Encodes the sound of the whole clip, which people hear while it is made. */
class AudioStep implements Step {

    private final MediaTools tools;
    private final Sources sources;
    private final ObjectStorage storage;
    private final Jobs jobs;
    private final Patience patience;
    private final Clock clock;

    AudioStep(MediaTools tools, Sources sources, ObjectStorage storage, Jobs jobs, Patience patience, Clock clock) {
        this.tools = tools;
        this.sources = sources;
        this.storage = storage;
        this.jobs = jobs;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.AUDIO;
    }

    @Override
    public void run(Held held) throws Exception {
        var job = jobs.of(held.task());
        var premiere = new Premiere(jobs, patience, storage, held, job);
        var growing = new GrowingRendition(held, new Outputs(storage, held), Encoder.AUDIO, 0, premiere, clock);
        try (var source = sources.open(job, held)) {
            tools.encoder().audio(Results.plan(job), source.file(), growing);
        }
        var result = Results.write(new Results.Encoded(growing.finished()));
        patience.end(held, () -> jobs.done(held.lease(), result, Optional.empty()));
        premiere.endIfComplete();
    }
}
