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
 */
public record EncodingPlan(
        MediaFacts facts, FrameGrid grid, List<Rung> rungs, int openingChunkSegments, int ladderChunkSegments) {

    /** Ten minutes: the smallest rung is quick, and a start costs some tenths of a second. */
    private static final double OPENING_CHUNK_SECONDS = 600;

    /** What a killed worker loses at most, and what workers share out among themselves. */
    private static final double LADDER_CHUNK_SECONDS = 60;

    /** A rest that is a smaller part of a chunk than this goes with the chunk before: a start costs more. */
    private static final int WORTH_A_CHUNK = 8;

    public EncodingPlan {
        require(!rungs.isEmpty(), "a plan without rungs");
        require(openingChunkSegments > 0 && ladderChunkSegments > 0, "a chunk has at least one segment");
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
                segments(ladderChunkSeconds, grid));
    }

    private static int segments(double seconds, FrameGrid grid) {
        return (int) Math.max(1, Math.round(seconds / grid.segmentSeconds()));
    }

    /** The smallest rung alone: what is encoded first, so that the video plays early. */
    public List<Rung> openingRungs() {
        return rungs.subList(0, 1);
    }

    /** All other rungs, smallest first; none for a small source. */
    public List<Rung> ladderRungs() {
        return rungs.subList(1, rungs.size());
    }

    public List<Chunk> openingChunks() {
        return chunks(openingChunkSegments);
    }

    /** Empty when the opening has the only rung. */
    public List<Chunk> ladderChunks() {
        return ladderRungs().isEmpty() ? List.of() : chunks(ladderChunkSegments);
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
