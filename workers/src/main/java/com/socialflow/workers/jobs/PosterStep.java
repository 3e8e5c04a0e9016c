package com.socialflow.workers.jobs;

import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.workers.playlist.Layout;

/** Takes the picture that stands for the video. */
class PosterStep implements Step {

    private final MediaTools tools;
    private final Sources sources;
    private final ObjectStorage storage;
    private final Jobs jobs;
    private final Patience patience;

    PosterStep(MediaTools tools, Sources sources, ObjectStorage storage, Jobs jobs, Patience patience) {
        this.tools = tools;
        this.sources = sources;
        this.storage = storage;
        this.jobs = jobs;
        this.patience = patience;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.POSTER;
    }

    @Override
    public void run(Held held) throws Exception {
        var job = jobs.of(held.task());
        var outputs = new Outputs(storage, held);
        try (var source = sources.open(job, held)) {
            outputs.put(Layout.POSTER, tools.pictures().poster(Results.plan(job).facts(), source.file()));
        }
        var key = outputs.key(Layout.POSTER);
        var result = Results.write(new Results.Pictured(key));
        patience.end(held, () -> jobs.pictured(held.lease(), result, outputs.key(Layout.HLS), key));
    }
}
