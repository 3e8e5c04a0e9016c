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
    private final Results results;
    private final Premiere premiere;
    private final Clock clock;

    private final List<Segment> before = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final int alreadyListed;
    private @Nullable RenditionPart part;
    private @Nullable InitSegment init;
    private Instant listAt = Instant.MIN;

    /**
     * A rendition, before anything of this task's chunk is there.
     *
     * @param results what tasks of the job left so far, earlier attempts at this one included
     * @param rendition its name
     */
    GrowingRendition(Held held, Outputs outputs, Results results, String rendition, Premiere premiere, Clock clock) {
        this.held = held;
        this.outputs = outputs;
        this.results = results;
        this.premiere = premiere;
        this.clock = clock;
        var parts = results.parts(held.task().kind(), rendition);
        var chunk = held.task().chunk();
        parts.subList(0, Math.min(chunk, parts.size())).forEach(part -> before.addAll(part.segments()));
        this.alreadyListed = parts.size() > chunk ? parts.get(chunk).segments().size() : 0;
    }

    @Override
    public void init(String rendition, InitSegment header) throws IOException {
        init = header;
        if (held.task().chunk() == 0) {
            outputs.put(Layout.init(rendition), header.bytes());
        }
    }

    @Override
    public void segment(String rendition, Segment segment, Path file) throws IOException {
        outputs.put(Layout.segment(rendition, segment.number()), file);
        segments.add(segment);
        part = RenditionPart.of(rendition, Objects.requireNonNull(init), segments);
        var now = clock.instant();
        if (!now.isBefore(listAt)) {
            list();
            listAt = now.plus(LISTED_EVERY).plusSeconds((before.size() + segments.size()) / SEGMENTS_A_SECOND_MORE);
        }
    }

    @Override
    public void progress(double done) {
        held.progress(done);
    }

    /** What this task leaves when its last segment is stored; the playlist lists it then. */
    String finished() throws IOException {
        list();
        return encoded();
    }

    private void list() throws IOException {
        if (part == null) {
            return;
        }
        if (segments.size() < alreadyListed) {
            premiere.showIfPlayable();
            return;
        }
        // A note promises a playlist, so the very first playlist comes before it; a playlist must not be forgotten by
        // who makes this again, so all others come after.
        var first = before.isEmpty() && alreadyListed == 0 && listAt.equals(Instant.MIN);
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
        return Results.write(new Results.Encoded(part == null ? List.of() : List.of(part)));
    }
}
