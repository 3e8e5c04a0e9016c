package com.socialflow.workers.jobs;

import com.socialflow.workers.inspect.MediaFacts;
import com.socialflow.workers.ladder.Chunk;
import com.socialflow.workers.ladder.EncodingPlan;
import com.socialflow.workers.ladder.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The tasks of a source and what they cost, in seconds of one core. Costs only weigh tasks in the progress. */
final class WorkPlan {

    /** x264 veryfast with the scaling before it, as measured on 1080p30. */
    private static final double ENCODING_A_PIXEL = 18e-9;

    private static final double DECODING_A_PIXEL = 2.5e-9;

    private static final double SOUND_A_SECOND = 0.01;
    private static final double POSTER = 0.5;
    private static final double STORYBOARD_A_SECOND = 0.01;

    private WorkPlan() {}

    /**
     * What the accepted source makes known, and the tasks to begin with.
     *
     * @param soon whether the ladder can begin at once, so that the lowest rung need not be made whole before it
     */
    static Outlook of(MediaFacts facts, WorkSettings settings, boolean soon) {
        var whole = EncodingPlan.of(facts, settings.openingSeconds(), settings.ladderSeconds());
        var plan = soon ? whole.withLead() : whole;
        var blueprint =
                new Results.Blueprint(facts, settings.openingSeconds(), settings.ladderSeconds(), plan.leadSegments());
        var seconds = plan.grid().durationSeconds();
        var tasks = new ArrayList<NewTask>();
        tasks.add(opening(plan, 0));
        if (facts.audio() != null) {
            tasks.add(new NewTask(TaskKind.AUDIO, 0, SOUND_A_SECOND * seconds));
        }
        tasks.add(new NewTask(TaskKind.POSTER, 0, POSTER));
        tasks.add(new NewTask(TaskKind.STORYBOARD, 0, STORYBOARD_A_SECOND * seconds));
        for (var chunk : plan.ladderChunks()) {
            tasks.add(new NewTask(TaskKind.LADDER, chunk.index(), ladder(plan, chunk)));
        }
        var cost = Arrivals.INSPECTION_COST
                + Jobs.FINISH_COST
                + tasks.stream().mapToDouble(NewTask::cost).sum();
        for (var chunk : plan.openingChunks().subList(1, plan.openingChunks().size())) {
            cost += opening(plan, chunk);
        }
        return new Outlook(
                seconds, facts.video().width(), facts.video().height(), Results.write(blueprint), cost, tasks);
    }

    /** A chunk of the lowest rung. Each queues the next: two at once would make the first one later. */
    static NewTask opening(EncodingPlan plan, int index) {
        return new NewTask(
                TaskKind.OPENING, index, opening(plan, plan.openingChunks().get(index)));
    }

    private static double opening(EncodingPlan plan, Chunk chunk) {
        return cost(plan, chunk, plan.openingRungs(), _ -> chunk.frames());
    }

    private static double ladder(EncodingPlan plan, Chunk chunk) {
        return cost(
                plan,
                chunk,
                plan.ladderRungs(),
                rung -> plan.beyondLead(chunk, rung).frames());
    }

    private static double cost(EncodingPlan plan, Chunk chunk, List<Rung> rungs, ToLongFunction<Rung> frames) {
        var source = plan.facts().video();
        double decoded = (double) source.codedWidth() * source.codedHeight();
        double encoded = rungs.stream()
                .mapToDouble(rung -> (double) rung.width() * rung.height() * frames.applyAsLong(rung))
                .sum();
        return chunk.frames() * decoded * DECODING_A_PIXEL + encoded * ENCODING_A_PIXEL;
    }
}
