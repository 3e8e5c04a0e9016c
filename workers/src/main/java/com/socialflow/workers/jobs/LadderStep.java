package com.socialflow.workers.jobs;

import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.workers.cmaf.InitSegment;
import com.socialflow.workers.cmaf.Segment;
import com.socialflow.workers.encode.RenditionConsumer;
import com.socialflow.workers.playlist.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Encodes every rung but the lowest for one chunk, and stores each segment as it comes. */
class LadderStep implements Step {

    private final MediaTools tools;
    private final Sources sources;
    private final ObjectStorage storage;
    private final Jobs jobs;
    private final Patience patience;

    LadderStep(MediaTools tools, Sources sources, ObjectStorage storage, Jobs jobs, Patience patience) {
        this.tools = tools;
        this.sources = sources;
        this.storage = storage;
        this.jobs = jobs;
        this.patience = patience;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.LADDER;
    }

    @Override
    public void run(Held held) throws Exception {
        var job = jobs.of(held.task());
        var plan = Results.plan(job);
        var chunk = plan.ladderChunks().get(held.task().chunk());
        var stored = new Stored(held, new Outputs(storage, held));
        try (var source = sources.open(job, held)) {
            tools.encoder().ladder(plan, chunk, source.file(), stored);
        }
        var result = Results.write(new Results.Encoded(stored.parts()));
        patience.end(held, () -> jobs.done(held.lease(), result, Optional.empty()));
    }

    /** The segments of this chunk, rung by rung. */
    private static final class Stored implements RenditionConsumer {

        private final Held held;
        private final Outputs outputs;
        private final Map<String, InitSegment> headers = new LinkedHashMap<>();
        private final Map<String, List<Segment>> segments = new LinkedHashMap<>();

        Stored(Held held, Outputs outputs) {
            this.held = held;
            this.outputs = outputs;
        }

        @Override
        public void init(String rendition, InitSegment header) throws IOException {
            headers.put(rendition, header);
            if (held.task().chunk() == 0) {
                outputs.put(Layout.init(rendition), header.bytes());
            }
        }

        @Override
        public void segment(String rendition, Segment segment, Path file) {
            outputs.put(Layout.segment(rendition, segment.number()), file);
            segments.computeIfAbsent(rendition, _ -> new ArrayList<>()).add(segment);
        }

        @Override
        public void progress(double done) {
            held.progress(done);
        }

        List<RenditionPart> parts() {
            var parts = new ArrayList<RenditionPart>();
            headers.forEach((name, header) ->
                    parts.add(RenditionPart.of(name, header, segments.getOrDefault(name, List.of()))));
            return parts;
        }
    }
}
