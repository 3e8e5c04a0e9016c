package com.socialflow.workers.jobs;

import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.workers.playlist.Layout;
import java.util.Optional;

/** Makes the small pictures that people see while they seek. */
class StoryboardStep implements Step {

    private final MediaTools tools;
    private final Sources sources;
    private final ObjectStorage storage;
    private final Jobs jobs;
    private final Patience patience;

    StoryboardStep(MediaTools tools, Sources sources, ObjectStorage storage, Jobs jobs, Patience patience) {
        this.tools = tools;
        this.sources = sources;
        this.storage = storage;
        this.jobs = jobs;
        this.patience = patience;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.STORYBOARD;
    }

    @Override
    public void run(Held held) throws Exception {
        var job = jobs.of(held.task());
        var outputs = new Outputs(storage, held);
        var key = "";
        try (var source = sources.open(job, held)) {
            var facts = Results.plan(job).facts();
            var files = tools.pictures()
                    .storyboard(facts, source.file(), Layout.STORYBOARD)
                    .orElse(null);
            if (files != null) {
                outputs.put(Layout.STORYBOARD, files.jpeg());
                outputs.put(Layout.STORYBOARD_TRACK, files.track());
                key = outputs.key(Layout.STORYBOARD_TRACK);
            }
        }
        var result = Results.write(new Results.Pictured(key));
        patience.end(held, () -> jobs.done(held.lease(), result, Optional.empty()));
    }
}
