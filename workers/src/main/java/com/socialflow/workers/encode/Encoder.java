package com.socialflow.workers.encode;

import com.socialflow.workers.cmaf.Cut;
import com.socialflow.workers.cmaf.InitSegment;
import com.socialflow.workers.cmaf.MalformedException;
import com.socialflow.workers.cmaf.Segment;
import com.socialflow.workers.cmaf.SegmentConsumer;
import com.socialflow.workers.cmaf.Segmenter;
import com.socialflow.workers.ffmpeg.Ffmpeg;
import com.socialflow.workers.ffmpeg.MediaException;
import com.socialflow.workers.ffmpeg.Progress;
import com.socialflow.workers.ffmpeg.Run;
import com.socialflow.workers.ffmpeg.Workspace;
import com.socialflow.workers.inspect.AudioFacts;
import com.socialflow.workers.ladder.Chunk;
import com.socialflow.workers.ladder.EncodingPlan;
import com.socialflow.workers.ladder.Rung;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Encodes sources. Each method is one run of ffmpeg, which goes on until its work is done, blocks meanwhile, and can be
 * given up by interrupting the thread. Sources are local files.
 *
 * <p>All throw {@link MediaException} when ffmpeg did not do its work, {@link InterruptedException} when interrupted,
 * and {@link UncheckedIOException} when a file can't be written or the consumer failed with an {@link IOException}.
 */
public final class Encoder {

    /** The name of the only rendition of sound. */
    public static final String AUDIO = "audio";

    /** Between two lines of progress. Even a 2160p source with every core taken gets a frame done in this. */
    private static final Duration STALL_MAX = Duration.ofSeconds(90);

    /** A run may take this long whatever it does, */
    private static final Duration TIME_BASE = Duration.ofMinutes(10);

    /** and this many times as long as it plays: 2160p on one slow, shared core. */
    private static final int TIME_FACTOR = 120;

    private final Ffmpeg ffmpeg;

    public Encoder(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** Encodes a chunk of the smallest rung, one of {@link EncodingPlan#openingChunks}. */
    public void opening(EncodingPlan plan, Chunk chunk, Path source, RenditionConsumer consumer)
            throws InterruptedException {
        video(plan, chunk, plan.openingRungs(), false, source, consumer);
    }

    /** Encodes a chunk of what is beyond the opening, one of {@link EncodingPlan#ladderChunks}. */
    public void ladder(EncodingPlan plan, Chunk chunk, Path source, RenditionConsumer consumer)
            throws InterruptedException {
        video(plan, chunk, plan.ladderRungs(), true, source, consumer);
    }

    /** Encodes the sound of the whole source; nothing when it has none. */
    public void audio(EncodingPlan plan, Path source, RenditionConsumer consumer) throws InterruptedException {
        var audio = plan.facts().audio();
        if (audio == null) return;
        try (var workspace = ffmpeg.workspace(AUDIO)) {
            audio(plan, audio, source, consumer, workspace);
        }
    }

    private void audio(
            EncodingPlan plan, AudioFacts audio, Path source, RenditionConsumer consumer, Workspace workspace)
            throws InterruptedException {
        var grid = plan.grid();
        var file = workspace.file("audio.mp4");
        var arguments = AudioArguments.of(plan.facts(), audio, grid, source.toAbsolutePath(), file);
        var cut = new Cut(0, 0, Math.round(grid.segmentSeconds() * AudioArguments.SAMPLE_RATE));
        try (var segmenter = new Segmenter(file, workspace.directory(), cut, named(AUDIO, consumer))) {
            var whole = Math.round(grid.durationSeconds() * AudioArguments.SAMPLE_RATE);
            var output = new Output(segmenter, whole);
            var work = new Work(arguments, grid.durationSeconds(), 0, false, List.of(output));
            encode(work, consumer, workspace);
        } catch (IOException e) {
            throw new UncheckedIOException("the sound could not be kept", e);
        }
    }

    private void video(
            EncodingPlan plan,
            Chunk chunk,
            List<Rung> rungs,
            boolean background,
            Path source,
            RenditionConsumer consumer)
            throws InterruptedException {
        var grid = plan.grid();
        long ticks = grid.frameTicks();
        Function<Rung, Chunk> part = rung -> background ? plan.beyondLead(chunk, rung) : chunk;
        var outputs = new ArrayList<Output>();
        try (var workspace = ffmpeg.workspace("video")) {
            Function<Rung, Path> file = rung -> workspace.file(rung.name() + ".mp4");
            for (var rung : rungs) {
                var of = part.apply(rung);
                var cut = new Cut(of.firstSegment(), of.firstFrame() * ticks, grid.segmentFrames() * ticks);
                var named = named(rung.name(), consumer);
                var segmenter = new Segmenter(file.apply(rung), workspace.directory(), cut, named);
                outputs.add(new Output(segmenter, of.frames() * ticks));
            }
            var arguments = VideoArguments.of(
                    plan, chunk, rungs, rung -> part.apply(rung).frames(), source.toAbsolutePath(), file);
            var seconds = grid.rate().seconds(chunk.frames());
            encode(new Work(arguments, seconds, chunk.frames(), background, outputs), consumer, workspace);
        } catch (IOException e) {
            throw new UncheckedIOException("the picture could not be kept", e);
        } finally {
            closeAll(outputs);
        }
    }

    private void encode(Work work, RenditionConsumer consumer, Workspace workspace)
            throws IOException, InterruptedException {
        var timeMax = TIME_BASE.plusSeconds((long) (TIME_FACTOR * work.seconds()));
        var run = new Run(
                Run.Program.FFMPEG, work.arguments(), timeMax, STALL_MAX, ffmpeg.memoryMaxBytes(), work.background());
        try {
            var completed = ffmpeg.run(run, workspace, progress -> {
                for (var output : work.outputs()) {
                    output.segmenter().advance();
                }
                consumer.progress(work.done(progress));
            });
            completed.orThrow("encoding");
            for (var output : work.outputs()) {
                output.segmenter().finish(output.ticks());
            }
        } catch (MalformedException e) {
            throw new MediaException(MediaException.Cause.UNEXPECTED_OUTPUT, "ffmpeg wrote something else", e);
        }
        consumer.progress(1);
    }

    /**
     * One run.
     *
     * @param arguments ffmpeg's
     * @param seconds how long its output plays
     * @param frames how many frames of picture the run goes over; 0 for sound
     * @param background whether nobody waits for it
     * @param outputs its renditions
     */
    private record Work(List<String> arguments, double seconds, long frames, boolean background, List<Output> outputs) {

        /** Frames are counted one by one; sound, which is quick, by what was written. */
        double done(Progress progress) {
            double share = frames > 0
                    ? (double) progress.frames() / frames
                    : (double) outputs.getFirst().segmenter().endTick()
                            / outputs.getFirst().ticks();
            return Math.clamp(share, 0, 1);
        }
    }

    /**
     * A rendition in the making.
     *
     * @param ticks how long the run must make it, on its clock
     */
    private record Output(Segmenter segmenter, long ticks) {}

    private static SegmentConsumer named(String rendition, RenditionConsumer consumer) {
        return new SegmentConsumer() {
            @Override
            public void init(InitSegment init) throws IOException, InterruptedException {
                consumer.init(rendition, init);
            }

            @Override
            public void segment(Segment segment, Path file) throws IOException, InterruptedException {
                consumer.segment(rendition, segment, file);
            }
        };
    }

    private static void closeAll(List<Output> outputs) {
        for (var output : outputs) {
            try {
                output.segmenter().close();
            } catch (IOException e) {
                throw new UncheckedIOException("a file could not be closed", e);
            }
        }
    }
}
