package com.socialflow.workers.jobs;

import com.socialflow.workers.cmaf.InitSegment;
import com.socialflow.workers.cmaf.Segment;
import com.socialflow.workers.encode.RenditionConsumer;
import com.socialflow.workers.playlist.HlsPlaylists;
import com.socialflow.workers.playlist.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rendition that people can play while it is made: its segments are stored as they come, and its playlist grows. It
 * never shrinks: a task that is done again says nothing until it has more than the playlist lists already.
 */
final class GrowingRendition implements RenditionConsumer {

    /** Between two versions of a playlist: a segment lasts longer, and a long playlist is not written for each. */
    private static final Duration LISTED_EVERY = Duration.ofSeconds(1);

    /** Segments that let a second more pass between two versions, so that a day of them costs no gigabytes. */
    private static final int SEGMENTS_A_SECOND_MORE = 1_000;

    private final Held held;
    private final Outputs outputs;
    private final String rendition;
    private final int firstSegment;
    private final Premiere premiere;
    private final Clock clock;

    private Results results;
    private List<Segment> before;
    private final List<Segment> segments = new ArrayList<>();
    private final int alreadyListed;
    private @Nullable RenditionPart part;
    private @Nullable InitSegment init;
    private Instant listAt = Instant.MIN;

    /**
     * A rendition, before anything of this task's is there.
     *
     * @param rendition its name
     * @param firstSegment the number of the first segment that this task makes
     */
    GrowingRendition(Held held, Outputs outputs, String rendition, int firstSegment, Premiere premiere, Clock clock) {
        this.held = held;
        this.outputs = outputs;
        this.rendition = rendition;
        this.firstSegment = firstSegment;
        this.premiere = premiere;
        this.clock = clock;
        this.results = premiere.results();
        this.before = before();
        this.alreadyListed = results.segments(rendition).size() - before.size();
    }

    /** What other tasks made of it. */
    private List<Segment> before() {
        return results.segments(rendition).stream()
                .filter(segment -> segment.number() < firstSegment)
                .toList();
    }

    @Override
    public void init(String name, InitSegment header) throws IOException {
        init = header;
        if (firstSegment == 0) {
            outputs.put(Layout.init(name), header.bytes());
        }
    }

    @Override
    public void segment(String name, Segment segment, Path file) throws IOException {
        outputs.put(Layout.segment(name, segment.number()), file);
        segments.add(segment);
        part = RenditionPart.of(name, Objects.requireNonNull(init), segments);
        var now = clock.instant();
        if (!now.isBefore(listAt)) {
            list();
            listAt = now.plus(LISTED_EVERY).plusSeconds(segment.number() / SEGMENTS_A_SECOND_MORE);
        }
    }

    @Override
    public void progress(double done) {
        held.progress(done);
    }

    /** What this task leaves when its last segment is stored; the playlist lists it then. */
    List<RenditionPart> finished() throws IOException {
        list();
        return parts();
    }

    private void list() throws IOException {
        if (part == null) {
            return;
        }
        if (before.size() < firstSegment) {
            results = premiere.results();
            before = before();
        }
        if (before.size() < firstSegment) {
            return; // It is being made elsewhere, and a playlist has no gaps.
        }
        if (segments.size() < alreadyListed) {
            premiere.showIfPlayable();
            return;
        }
        // A note promises a playlist, so the very first playlist comes before it; a playlist must not be forgotten by
        // who makes this again, so all others come after.
        var first = firstSegment == 0 && alreadyListed == 0 && listAt.equals(Instant.MIN);
        if (!first) {
            premiere.note(encoded());
        }
        var all = new ArrayList<>(before);
        all.addAll(segments);
        outputs.put(Layout.playlist(part.name()), HlsPlaylists.media(results.rendition(part, all), false));
        if (first) {
            premiere.note(encoded());
        }
        premiere.showIfPlayable();
    }

    private String encoded() {
        return Results.write(new Results.Encoded(parts()));
    }

    private List<RenditionPart> parts() {
        return part == null ? List.of() : List.of(part);
    }
}
