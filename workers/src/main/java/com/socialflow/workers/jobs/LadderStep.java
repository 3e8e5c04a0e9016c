package com.socialflow.workers.jobs;

import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.workers.cmaf.InitSegment;
import com.socialflow.workers.cmaf.Segment;
import com.socialflow.workers.encode.RenditionConsumer;
import com.socialflow.workers.playlist.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Encodes one chunk of all that the opening has not, and stores each segment as it comes. When that is the rest of the
 * lowest rung too, its playlist goes on growing.
 */
class LadderStep implements Step {

    private final MediaTools tools;
    private final Sources sources;
    private final ObjectStorage storage;
    private final Jobs jobs;
    private final Patience patience;
    private final Clock clock;

    LadderStep(MediaTools tools, Sources sources, ObjectStorage storage, Jobs jobs, Patience patience, Clock clock) {
        this.tools = tools;
        this.sources = sources;
        this.storage = storage;
        this.jobs = jobs;
        this.patience = patience;
        this.clock = clock;
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
        var outputs = new Outputs(storage, held);
        var premiere = new Premiere(jobs, patience, storage, held, job);
        var lowest = plan.openingRungs().getFirst().name();
        var growing = new GrowingRendition(held, outputs, lowest, plan.leadSegments(), premiere, clock);
        var stored = new Stored(held, outputs);
        try (var source = sources.open(job, held)) {
            tools.encoder().ladder(plan, chunk, source.file(), new Sorted(lowest, growing, stored));
        }
        var parts = new ArrayList<>(growing.finished());
        parts.addAll(stored.parts());
        var result = Results.write(new Results.Encoded(parts));
        patience.end(held, () -> jobs.done(held.lease(), result, Optional.empty()));
        premiere.endIfComplete();
    }

    /** Gives one rendition to one, and the others to the other. */
    private record Sorted(String name, RenditionConsumer its, RenditionConsumer others) implements RenditionConsumer {

        @Override
        public void init(String rendition, InitSegment header) throws IOException, InterruptedException {
            of(rendition).init(rendition, header);
        }

        @Override
        public void segment(String rendition, Segment segment, Path file) throws IOException, InterruptedException {
            of(rendition).segment(rendition, segment, file);
        }

        @Override
        public void progress(double done) throws IOException, InterruptedException {
            others.progress(done);
        }

        private RenditionConsumer of(String rendition) {
            return rendition.equals(name) ? its : others;
        }
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
