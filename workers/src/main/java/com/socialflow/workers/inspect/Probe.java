package com.socialflow.workers.inspect;

import com.socialflow.workers.ffmpeg.Completed;
import com.socialflow.workers.ffmpeg.Ffmpeg;
import com.socialflow.workers.ffmpeg.Run;
import com.socialflow.workers.ffmpeg.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The questions that are asked about a source. Each opens it anew, with limits on time, memory and bytes read. */
final class Probe {

    /** Headers of broadcast streams repeat within this; more would be read from sources without any. */
    private static final String PROBE_BYTES = "16M";

    private static final Duration ANALYSED = Duration.ofSeconds(10);
    private static final Duration HEADERS_TIME_MAX = Duration.ofSeconds(30);

    /** Reads a whole source of many gigabytes from a slow disk. */
    private static final Duration PACKETS_TIME_MAX = Duration.ofMinutes(10);

    private static final Duration FRAMES_TIME_MAX = Duration.ofSeconds(60);

    /** One decoder's frames; a source that needs more is not inspected further. */
    private static final long MEMORY_MAX_BYTES = 2L << 30;

    private final Ffmpeg ffmpeg;
    private final Workspace workspace;
    private final Path source;

    Probe(Ffmpeg ffmpeg, Workspace workspace, Path source) {
        this.ffmpeg = ffmpeg;
        this.workspace = workspace;
        this.source = source;
    }

    /** Container and streams, as JSON. */
    Completed headers() throws InterruptedException {
        return ffprobe(HEADERS_TIME_MAX, "-of", "json", "-show_format", "-show_streams");
    }

    /** Stream, times and side data of the packets from so many seconds on (container's clock), a line each. */
    Completed packetsFrom(double seconds) throws InterruptedException {
        return packets("-read_intervals", String.format(Locale.ROOT, "%.3f%%", seconds));
    }

    /** The same of all packets. Reads the whole source. */
    Completed allPackets() throws InterruptedException {
        return packets();
    }

    private Completed packets(String... interval) throws InterruptedException {
        var entries = "packet=stream_index,pts_time,dts_time,duration_time:packet_side_data=side_data_type";
        var options = Stream.concat(Stream.of("-of", "csv=p=0", "-show_entries", entries), Stream.of(interval));
        return ffprobe(PACKETS_TIME_MAX, options.toArray(String[]::new));
    }

    /** Decodes some frames of one stream and looks whether they are interlaced. */
    Completed frames(int stream, int count) throws InterruptedException {
        var words = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-nostats", "-v", "info"));
        words.addAll(List.of("-progress", "pipe:1", "-stats_period", "0.5"));
        words.addAll(opening());
        words.addAll(List.of("-i", source.toString(), "-map", "0:" + stream, "-vf", "idet"));
        words.addAll(List.of("-frames:v", Integer.toString(count), "-f", "null", "-"));
        var run = new Run(Run.Program.FFMPEG, words, FRAMES_TIME_MAX, FRAMES_TIME_MAX, MEMORY_MAX_BYTES);
        return ffmpeg.run(run, workspace, progress -> {});
    }

    private Completed ffprobe(Duration timeMax, String... options) throws InterruptedException {
        var words = new ArrayList<>(List.of("-hide_banner", "-v", "error"));
        words.addAll(opening());
        words.addAll(List.of(options));
        words.addAll(List.of("-i", source.toString()));
        return ffmpeg.run(new Run(Run.Program.FFPROBE, words, timeMax, timeMax, MEMORY_MAX_BYTES), workspace);
    }

    private List<String> opening() {
        var words = new ArrayList<>(Demuxers.options());
        words.addAll(List.of("-probesize", PROBE_BYTES, "-analyzeduration", ANALYSED.toMillis() + "000"));
        return words;
    }
}
