package com.socialflow.workers.inspect;

import com.socialflow.workers.ffmpeg.Completed;
import com.socialflow.workers.ffmpeg.Ffmpeg;
import com.socialflow.workers.ffmpeg.MediaException;
import com.socialflow.workers.inspect.Inspection.Inspected;
import com.socialflow.workers.inspect.Inspection.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Inspects sources: by content, never by name. */
public final class Inspector {

    /** Enough frames to tell interlaced from moving; half a second of decoding at most. */
    private static final int INTERLACE_FRAMES = 48;

    private final Ffmpeg ffmpeg;
    private final InspectionLimits limits;

    public Inspector(Ffmpeg ffmpeg, InspectionLimits limits) {
        this.ffmpeg = ffmpeg;
        this.limits = limits;
    }

    /**
     * What a local file holds. Reads its headers and its end, and decodes its first frames: some tenths of a second;
     * the whole file is read only when its container does not say how long it is.
     *
     * @throws InterruptedException when this thread was interrupted
     */
    public Inspection inspect(Path source) throws InterruptedException {
        try (var workspace = ffmpeg.workspace("inspect")) {
            if (Files.size(source) == 0) return new Rejected(Rejection.NOT_A_VIDEO, "empty");
            // Under a name that says nothing, so that ffmpeg has the content alone to go by.
            var nameless = Files.createSymbolicLink(workspace.file("source"), source.toAbsolutePath());
            var probe = new Probe(ffmpeg, workspace, nameless);
            if (Riff.cutOff(source)) return new Rejected(Rejection.TRUNCATED, "RIFF says that it is longer");
            return inspect(probe, Files.size(source));
        } catch (IOException e) {
            throw new UncheckedIOException("can't be read: " + source, e);
        } catch (MediaException e) {
            return switch (e.why()) {
                case TIMED_OUT, STALLED, OUT_OF_MEMORY ->
                    new Rejected(Rejection.DECOMPRESSION_TRAP, String.valueOf(e.getMessage()));
                case UNDECODABLE -> new Rejected(Rejection.NOT_A_VIDEO, String.valueOf(e.getMessage()));
                case UNAVAILABLE, ENDED, UNEXPECTED_OUTPUT -> throw e;
            };
        }
    }

    private Inspection inspect(Probe probe, long sizeBytes) throws InterruptedException {
        var described = probe.headers();
        if (!described.succeeded()) return unreadable(described);
        Headers headers;
        try {
            headers = Headers.parse(described.output());
        } catch (JacksonException e) {
            return new Rejected(Rejection.NOT_A_VIDEO, String.valueOf(e.getMessage()));
        }
        if (headers.encrypted()) return new Rejected(Rejection.ENCRYPTED, "by its codec tag");
        var video = headers.video();
        if (video == null) {
            return new Rejected(
                    headers.hasAudio() ? Rejection.NO_VIDEO_STREAM : Rejection.NOT_A_VIDEO, "no moving picture");
        }
        var size = sizeFault(video);
        if (size != null) return size;
        if (!video.codecKnown()) return new Rejected(Rejection.UNSUPPORTED_CODEC, video.text("codec_tag_string"));

        var ends = new Ends(probe, headers, video, headers.audio());
        return switch (ends.find()) {
            case Ends.Fault(var reason, var detail) -> new Rejected(reason, detail);
            case Ends.Found found -> decoded(probe, headers, video, found, sizeBytes);
        };
    }

    private Inspection decoded(Probe probe, Headers headers, Headers.Stream video, Ends.Found ends, long sizeBytes)
            throws InterruptedException {
        boolean progressive = video.text("field_order").equals("progressive");
        var frames = probe.frames(video.index(), progressive ? 2 : INTERLACE_FRAMES);
        if (frames.progress().frames() == 0) return undecodable(frames);

        var interlace = Interlace.of(frames.complaint());
        var facts =
                new FactSheet(headers, video, ends, sizeBytes).facts(interlace.interlaced(video.text("field_order")));
        if (facts.durationSeconds() > limits.durationMax().toSeconds()) {
            return new Rejected(Rejection.TOO_LONG, facts.durationSeconds() + " s");
        }
        var trap = DecompressionTrap.find(facts, ends.frames());
        return trap == null ? new Inspected(facts) : new Rejected(Rejection.DECOMPRESSION_TRAP, trap);
    }

    private @Nullable Rejected sizeFault(Headers.Stream video) {
        int width = video.number("width");
        int height = video.number("height");
        if (width == 0 || height == 0) return new Rejected(Rejection.NO_FRAMES, "no dimensions");
        boolean fits = Math.min(width, height) >= limits.sideMin()
                && Math.max(width, height) <= limits.sideMax()
                && (long) width * height <= limits.pixelsMax();
        return fits ? null : new Rejected(Rejection.DIMENSIONS_UNSUPPORTED, width + "x" + height);
    }

    private static Rejected unreadable(Completed described) {
        var complaint = described.complaint();
        if (complaint.contains("moov atom not found") || complaint.contains("File ended prematurely")) {
            return new Rejected(Rejection.TRUNCATED, complaint);
        }
        return new Rejected(Rejection.NOT_A_VIDEO, complaint);
    }

    private static Rejected undecodable(Completed frames) {
        var complaint = frames.complaint();
        boolean noDecoder = complaint.contains("no decoder found") || complaint.contains("Decoder not found");
        return new Rejected(noDecoder ? Rejection.UNSUPPORTED_CODEC : Rejection.NO_FRAMES, complaint);
    }
}
