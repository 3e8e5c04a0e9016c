package com.socialflow.workers.encode;

import com.socialflow.workers.inspect.Demuxers;
import com.socialflow.workers.ladder.Chunk;
import com.socialflow.workers.ladder.EncodingPlan;
import com.socialflow.workers.ladder.FrameGrid;
import com.socialflow.workers.ladder.Rung;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** ffmpeg's arguments for a chunk of video. */
final class VideoArguments {

    /**
     * Near this, veryfast gives about 0.85 dB less than faster for half the time, and 0.4 dB more than superfast for a
     * third more.
     */
    private static final String PRESET = "veryfast";

    private static final int CRF = 23;

    /** The progress is looked at more often than that; this is how old it is at most. */
    static final String PROGRESS_SECONDS = "0.25";

    /**
     * A header without samples, then a fragment from keyframe to keyframe. Composition times may lie before decode
     * times, so that the first frame is both decoded and shown at 0, and no edit list is needed, which players take
     * differently.
     */
    private static final String FRAGMENTS =
            "+empty_moov+default_base_moof+frag_keyframe+negative_cts_offsets+skip_trailer+cmaf";

    private VideoArguments() {}

    /**
     * Opens the source, encodes the rungs, and writes each to its file.
     *
     * @param frames how many of a rung, up to the end of the chunk
     */
    static List<String> of(
            EncodingPlan plan,
            Chunk chunk,
            List<Rung> rungs,
            ToLongFunction<Rung> frames,
            Path source,
            Function<Rung, Path> file) {
        var seek = Seek.to(chunk, plan.grid(), plan.facts());
        var words = new ArrayList<>(start());
        words.addAll(Demuxers.options());
        words.add("-noaccurate_seek");
        if (seek.seekSeconds() > 0) {
            words.addAll(List.of("-ss", String.format(Locale.ROOT, "%.3f", seek.seekSeconds())));
        }
        words.addAll(List.of("-an", "-sn", "-dn", "-reinit_filter", "0", "-i", source.toString(), "-filter_complex"));
        long lead = chunk.frames() - frames.applyAsLong(rungs.getFirst());
        words.add(VideoGraph.of(plan.facts().video(), plan.grid(), rungs, seek.gridStartSeconds(), lead));
        // The largest first: ffmpeg counts the frames of its first output.
        for (int i = rungs.size() - 1; i >= 0; i--) {
            words.addAll(List.of("-map", "[r" + i + "]"));
            words.addAll(List.of("-frames:v", Long.toString(frames.applyAsLong(rungs.get(i)))));
            words.addAll(encoder(rungs.get(i), plan.grid()));
            words.addAll(muxer(FRAGMENTS, file.apply(rungs.get(i))));
        }
        return words;
    }

    /** How every run begins. Times stay the source's own: ffmpeg would count some from the streams that are used. */
    static List<String> start() {
        return List.of(
                "-hide_banner",
                "-nostdin",
                "-nostats",
                "-y",
                "-v",
                "error",
                "-copyts",
                "-progress",
                "pipe:1",
                "-stats_period",
                PROGRESS_SECONDS);
    }

    /** Fragmented MP4 that tells nothing of the source, such as where it was filmed. */
    static List<String> muxer(String flags, Path file) {
        return List.of(
                "-map_metadata",
                "-1",
                "-map_chapters",
                "-1",
                "-fflags",
                "+bitexact",
                "-use_editlist",
                "0",
                "-avoid_negative_ts",
                "disabled",
                "-flush_packets",
                "1",
                "-movflags",
                flags,
                "-f",
                "mp4",
                file.toString());
    }

    private static List<String> encoder(Rung rung, FrameGrid grid) {
        var gop = Integer.toString(grid.gopFrames());
        return List.of(
                "-c:v",
                "libx264",
                "-preset",
                PRESET,
                "-profile:v",
                "high",
                "-crf",
                Integer.toString(CRF),
                "-maxrate",
                Integer.toString(rung.bitrateMax()),
                "-bufsize",
                Integer.toString(rung.bufferBits()),
                "-g",
                gop,
                "-keyint_min",
                gop,
                "-sc_threshold",
                "0",
                "-flags",
                "+cgop",
                "-fps_mode",
                "passthrough",
                "-video_track_timescale",
                Integer.toString(grid.timescale()));
    }
}
