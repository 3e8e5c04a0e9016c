package com.socialflow.workers.encode;

import com.socialflow.workers.inspect.AudioFacts;
import com.socialflow.workers.inspect.Demuxers;
import com.socialflow.workers.inspect.MediaFacts;
import com.socialflow.workers.ladder.FrameGrid;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** ffmpeg's arguments for the sound of a whole source. */
final class AudioArguments {

    static final int SAMPLE_RATE = 48_000;

    private static final String BITRATE = "128k";

    /** Segments of sound begin at most this long after those of the picture. */
    static final double FRAGMENT_SECONDS = 0.4;

    private static final String FRAGMENTS = "+empty_moov+default_base_moof+negative_cts_offsets+skip_trailer+cmaf";

    /**
     * The encoder's first packet holds what comes before the first sample. Without it, sound begins at 0 exactly, in
     * every player, and needs no edit list; the price is that its first 10 ms fade in.
     */
    private static final String WITHOUT_PRIMING = "noise=drop=not(n)";

    private AudioArguments() {}

    static List<String> of(MediaFacts facts, AudioFacts audio, FrameGrid grid, Path source, Path file) {
        var words = new ArrayList<>(VideoArguments.start());
        words.addAll(Demuxers.options());
        words.addAll(List.of("-vn", "-sn", "-dn", "-i", source.toString(), "-map", "0:" + audio.stream()));
        words.addAll(List.of("-af", filters(facts, grid), "-c:a", "aac", "-b:a", BITRATE));
        words.addAll(List.of("-ar", Integer.toString(SAMPLE_RATE), "-bsf:a", WITHOUT_PRIMING));
        words.addAll(List.of("-frag_duration", String.format(Locale.ROOT, "%.0f", FRAGMENT_SECONDS * 1e6)));
        words.addAll(VideoArguments.muxer(FRAGMENTS, file));
        return words;
    }

    /** Stereo, beginning and ending with the picture: what is missing is silence, gaps inside included. */
    private static String filters(MediaFacts facts, FrameGrid grid) {
        return String.format(
                Locale.ROOT,
                "asetpts=PTS-%.6f/TB,aresample=%d:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo"
                        + ",apad=whole_dur=%.6f,atrim=end=%.6f",
                facts.clockSeconds() + facts.originSeconds(),
                SAMPLE_RATE,
                grid.durationSeconds(),
                grid.durationSeconds());
    }
}
