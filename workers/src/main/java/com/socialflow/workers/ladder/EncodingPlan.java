package com.socialflow.workers.ladder;

import static com.socialflow.core.Require.require;

import com.socialflow.workers.inspect.MediaFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is made of a source. A pure function of its facts and the chunk lengths: every worker computes the same.
 *
 * @param facts the source
 * @param grid its frames
 * @param rungs smallest first
 * @param openingChunkSegments segments of a chunk of the opening
 * @param ladderChunkSegments segments of a chunk of the other rungs
 * @param leadSegments segments of the smallest rung that are encoded ahead, while the rest of it goes with the other
 *     rungs; 0 when all of it is encoded ahead
 */
public record EncodingPlan(
        MediaFacts facts,
        FrameGrid grid,
        List<Rung> rungs,
        int openingChunkSegments,
        int ladderChunkSegments,
        int leadSegments) {

    /** Ten minutes: the smallest rung is quick, and a start costs some tenths of a second. */
    private static final double OPENING_CHUNK_SECONDS = 600;

    /** What a killed worker loses at most, and what workers share out among themselves. */
    private static final double LADDER_CHUNK_SECONDS = 60;

    /** A rest that is a smaller part of a chunk than this goes with the chunk before: a start costs more. */
    private static final int WORTH_A_CHUNK = 8;

    /** Enough to begin to play; each more costs a hundredth of the work of a minute. */
    private static final int LEAD_SEGMENTS = 2;

    /** A lead that is a larger part of the clip than this is not worth its own run. */
    private static final int WORTH_A_LEAD = 2;

    public EncodingPlan {
        require(!rungs.isEmpty(), "a plan without rungs");
        require(openingChunkSegments > 0 && ladderChunkSegments > 0, "a chunk has at least one segment");
        require(leadSegments >= 0 && leadSegments < grid.segments(), "a lead is a part");
        rungs = List.copyOf(rungs);
    }

    public static EncodingPlan of(MediaFacts facts) {
        return of(facts, OPENING_CHUNK_SECONDS, LADDER_CHUNK_SECONDS);
    }

    /** A plan with chunks of about these lengths, in seconds; rounded to whole segments. */
    public static EncodingPlan of(MediaFacts facts, double openingChunkSeconds, double ladderChunkSeconds) {
        var grid = FrameGrid.of(facts);
        return new EncodingPlan(
                facts,
                grid,
                Ladder.of(facts.video(), grid.rate()),
                segments(openingChunkSeconds, grid),
                segments(ladderChunkSeconds, grid),
                0);
    }

    /**
     * The same with a lead, when the other rungs are a single chunk that is long enough: one decode less of what is
     * beyond the lead.
     */
    public EncodingPlan withLead() {
        return ladderChunks().size() == 1 && grid.segments() > WORTH_A_LEAD * LEAD_SEGMENTS
                ? withLead(LEAD_SEGMENTS)
                : this;
    }

    /** The same with a lead of so many segments; 0 for none. */
    public EncodingPlan withLead(int segments) {
        return new EncodingPlan(facts, grid, rungs, openingChunkSegments, ladderChunkSegments, segments);
    }

    private static int segments(double seconds, FrameGrid grid) {
        return (int) Math.max(1, Math.round(seconds / grid.segmentSeconds()));
    }

    /** The smallest rung alone: what is encoded first, so that the video plays early. */
    public List<Rung> openingRungs() {
        return rungs.subList(0, 1);
    }

    /** What is encoded afterwards, smallest first: all other rungs, and the smallest beyond its lead. */
    public List<Rung> ladderRungs() {
        return leadSegments > 0 ? rungs : rungs.subList(1, rungs.size());
    }

    public List<Chunk> openingChunks() {
        return leadSegments > 0 ? List.of(new Chunk(0, 0, leadFrames(), 0)) : chunks(openingChunkSegments);
    }

    /** Empty when the opening has the only rung. */
    public List<Chunk> ladderChunks() {
        return rungs.size() == 1 ? List.of() : chunks(ladderChunkSegments);
    }

    /** What is encoded of a rung in a chunk of the ladder: all of it, but for the lead that there is already. */
    public Chunk beyondLead(Chunk chunk, Rung rung) {
        return leadSegments > 0 && rung.equals(rungs.getFirst())
                ? new Chunk(chunk.index(), leadFrames(), chunk.frames() - leadFrames(), leadSegments)
                : chunk;
    }

    private long leadFrames() {
        return (long) leadSegments * grid.segmentFrames();
    }

    private List<Chunk> chunks(int segments) {
        var chunks = new ArrayList<Chunk>();
        long length = (long) segments * grid.segmentFrames();
        long first = 0;
        while (first < grid.frames()) {
            int index = chunks.size();
            long left = grid.frames() - first;
            long taken = left < length + length / WORTH_A_CHUNK ? left : length;
            chunks.add(new Chunk(index, first, taken, index * segments));
            first += taken;
        }
        return List.copyOf(chunks);
    }
}
