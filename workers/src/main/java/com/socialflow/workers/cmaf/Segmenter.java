package com.socialflow.workers.cmaf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts one rendition's growing file into segments, each a file of its own, as soon as it is complete.
 *
 * <p>A segment is complete when the first fragment of the next one is there. The times of a chunk, which begin at 0,
 * are moved to where the chunk belongs, and must follow one another without a gap.
 */
public final class Segmenter implements AutoCloseable {

    /** {@code styp} of a CMAF segment (ISO/IEC 23000-19, 7.3.3.1): brands cmfs and msdh. */
    private static final byte[] STYP =
            HexFormat.of().parseHex("00000018" + "73747970" + "636d6673" + "00000000" + "636d6673" + "6d736468");

    /** Sequence numbers must rise over the rendition; this leaves room for those of one segment. */
    private static final int FRAGMENTS_MAX = 64;

    private final Path source;
    private final Path directory;
    private final Cut cut;
    private final SegmentConsumer consumer;
    private final List<FragmentReader.Located> pending = new ArrayList<>();
    private @Nullable FragmentReader reader;
    private boolean headerTaken;
    private int segment;
    private long expectedTick;

    /**
     * A segmenter.
     *
     * @param source the file that ffmpeg writes; need not exist yet
     * @param directory where segments are put for as long as the consumer looks at them
     */
    public Segmenter(Path source, Path directory, Cut cut, SegmentConsumer consumer) {
        this.source = source;
        this.directory = directory;
        this.cut = cut;
        this.consumer = consumer;
    }

    /** Hands over what is complete by now. */
    public void advance() throws IOException, InterruptedException {
        if (reader == null) {
            if (!Files.exists(source)) return;
            reader = new FragmentReader(source);
        }
        if (!headerTaken) {
            var header = reader.header();
            if (header.isEmpty()) return;
            headerTaken = true;
            consumer.init(InitSegment.parse(header.get()));
        }
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            take(reader, next.get());
        }
    }

    /**
     * Hands over the rest, after ffmpeg has ended well.
     *
     * @param ticks how long the output must be
     * @throws MalformedException when it is not
     */
    public void finish(long ticks) throws IOException, InterruptedException {
        advance();
        if (expectedTick != ticks) throw new MalformedException(expectedTick + " ticks instead of " + ticks);
        if (reader != null && !pending.isEmpty()) {
            emit(reader);
        }
    }

    /** Where the output ends so far, in ticks after the run's start. */
    public long endTick() {
        return expectedTick;
    }

    private void take(FragmentReader from, FragmentReader.Located located) throws IOException, InterruptedException {
        var fragment = located.fragment();
        if (fragment.decodeTime() != expectedTick) {
            throw new MalformedException("a fragment at " + fragment.decodeTime() + " instead of " + expectedTick);
        }
        expectedTick = fragment.endTime();
        if (!pending.isEmpty() && fragment.decodeTime() >= (segment + 1) * cut.segmentTicks()) {
            emit(from);
            segment++;
        }
        if (pending.size() == FRAGMENTS_MAX) throw new MalformedException("a segment of too many fragments");
        pending.add(located);
    }

    private void emit(FragmentReader from) throws IOException, InterruptedException {
        var first = pending.getFirst().fragment();
        if (!first.startsWithSync()) throw new MalformedException("a segment that does not begin with a keyframe");
        var file = directory.resolve("segment");
        long bytes;
        try (var out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(out, ByteBuffer.wrap(STYP));
            int sequence = (cut.firstSegment() + segment) * FRAGMENTS_MAX;
            for (var located : pending) {
                var fragment = located.fragment();
                var moved = fragment.moved(++sequence, cut.firstTick() + fragment.decodeTime());
                write(out, ByteBuffer.wrap(moved.moof()));
                from.copySamples(located, out);
            }
            bytes = out.position();
        }
        var end = pending.getLast().fragment().endTime();
        pending.clear();
        consumer.segment(
                new Segment(
                        cut.firstSegment() + segment,
                        cut.firstTick() + first.decodeTime(),
                        end - first.decodeTime(),
                        bytes),
                file);
        Files.deleteIfExists(file);
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
