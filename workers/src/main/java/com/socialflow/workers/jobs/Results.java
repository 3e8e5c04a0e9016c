package com.socialflow.workers.jobs;

import com.socialflow.workers.cmaf.Segment;
import com.socialflow.workers.encode.Encoder;
import com.socialflow.workers.inspect.MediaFacts;
import com.socialflow.workers.ladder.EncodingPlan;
import com.socialflow.workers.ladder.Rung;
import com.socialflow.workers.playlist.Rendition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the tasks of one job have left so far, and how it is kept: as JSON in the database. */
final class Results {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final EncodingPlan plan;
    private final List<TaskStore.Result> results;

    /**
     * What an inspection leaves: all that the plan is computed from. Settings may differ when a task comes to run.
     *
     * @param leadSegments of the lowest rung; none was written before there were leads
     */
    record Blueprint(
            MediaFacts facts,
            double openingSeconds,
            double ladderSeconds,
            @Nullable Integer leadSegments) {

        EncodingPlan plan() {
            var plan = EncodingPlan.of(facts, openingSeconds, ladderSeconds);
            return leadSegments == null ? plan : plan.withLead(leadSegments);
        }
    }

    /** What an encoding leaves. */
    record Encoded(List<RenditionPart> parts) {

        Encoded {
            parts = List.copyOf(parts);
        }
    }

    /** What a picture leaves: its key, empty when there is none. */
    record Pictured(String key) {}

    Results(EncodingPlan plan, List<TaskStore.Result> results) {
        this.plan = plan;
        this.results = List.copyOf(results);
    }

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static EncodingPlan plan(Job job) {
        var facts = job.facts().orElseThrow(() -> new IllegalStateException("a task before its inspection"));
        return JSON.readValue(facts, Blueprint.class).plan();
    }

    /** The lowest rung as far as it is stored; empty while nothing is. */
    Optional<Rendition> opening() {
        return rendition(plan.openingRungs().getFirst().name());
    }

    /** The sound as far as it is stored; empty while nothing is, or when there is none. */
    Optional<Rendition> sound() {
        return rendition(Encoder.AUDIO);
    }

    /** Whether a player finds a beginning of everything that it needs. */
    boolean playable() {
        return opening().isPresent() && (plan.facts().audio() == null || sound().isPresent());
    }

    /** Whether all of the lowest rung and of the sound is stored. */
    boolean openingComplete() {
        var opened = done(TaskKind.OPENING) == plan.openingChunks().size();
        var led = plan.leadSegments() == 0
                || done(TaskKind.LADDER) == plan.ladderChunks().size();
        return opened && led && (plan.facts().audio() == null || done(TaskKind.AUDIO) == 1);
    }

    /**
     * Every rendition of picture, the smallest first.
     *
     * @throws IllegalStateException when one is not whole
     */
    List<Rendition> pictures() {
        var all = new ArrayList<Rendition>();
        for (var rung : plan.rungs()) {
            all.add(rendition(rung.name())
                    .filter(rendition ->
                            rendition.segments().size() == plan.grid().segments())
                    .orElseThrow(() -> notWhole(rung)));
        }
        return all;
    }

    private static IllegalStateException notWhole(Rung rung) {
        return new IllegalStateException("segments of %s are missing".formatted(rung.name()));
    }

    /** The key of a picture; empty while there is none. */
    Optional<String> picture(TaskKind kind) {
        return picture(results, kind);
    }

    /** The key of a picture among these results; empty while there is none. */
    static Optional<String> picture(List<TaskStore.Result> results, TaskKind kind) {
        return results.stream()
                .filter(result -> result.kind() == kind)
                .map(result -> JSON.readTree(result.json()).path("key").asString(""))
                .filter(key -> !key.isEmpty())
                .findFirst();
    }

    /** The segments that tasks stored of a rendition, in their order. */
    List<Segment> segments(String rendition) {
        return parts(rendition).stream()
                .flatMap(part -> part.segments().stream())
                .sorted(Comparator.comparingInt(Segment::number))
                .toList();
    }

    /** What tasks left for one rendition, in no order; none of tasks that left nothing. */
    private List<RenditionPart> parts(String rendition) {
        return results.stream()
                .filter(result -> result.kind().encodes())
                .map(result -> JSON.readValue(result.json(), Encoded.class))
                .flatMap(encoded -> encoded.parts().stream())
                .filter(part -> part.name().equals(rendition))
                .toList();
    }

    private Optional<Rendition> rendition(String name) {
        var parts = parts(name);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var first = parts.getFirst();
        if (!parts.stream().allMatch(first::fits)) {
            throw new IllegalStateException("chunks of %s need different headers".formatted(name));
        }
        var rendition = rendition(first, segments(name));
        return rendition.segments().isEmpty() ? Optional.empty() : Optional.of(rendition);
    }

    /** A rendition with these segments. */
    Rendition rendition(RenditionPart part, List<Segment> segments) {
        var grid = plan.grid();
        var media = part.width() == 0
                ? new Rendition.Media.Sound(part.timescale())
                : new Rendition.Media.Picture(part.width(), part.height(), grid.rate());
        return new Rendition(part.name(), media, part.codecs(), part.timescale(), grid.segmentSeconds(), segments);
    }

    private int done(TaskKind kind) {
        return (int) results.stream()
                .filter(result -> result.kind() == kind && result.done())
                .count();
    }
}
