package com.socialflow.workers.encode;

import com.socialflow.workers.ffmpeg.Completed;
import com.socialflow.workers.ffmpeg.Ffmpeg;
import com.socialflow.workers.ffmpeg.MediaException;
import com.socialflow.workers.ffmpeg.Run;
import com.socialflow.workers.ffmpeg.Workspace;
import com.socialflow.workers.inspect.Demuxers;
import com.socialflow.workers.inspect.MediaFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Still pictures of a source: the poster and the storyboard. Both throw as {@link Encoder} does. */
public final class Pictures {

    /** Where a poster is looked for, as shares of the duration: early, but past an opening black. */
    private static final List<Double> PLACES = List.of(0.1, 0.3, 0.55, 0.8, 0.0);

    /** The most typical of so many frames is taken: not one that is torn by a cut or a fade. */
    private static final int CANDIDATES = 25;

    /** Luma at most this bright on average is taken for black; black is 16, and dusk is brighter. */
    private static final double DARK_MAX = 26;

    /** A picture with less contrast, such as a wall, is taken only when no other place has more. */
    private static final double CONTRAST_GOOD = 40;

    private static final int POSTER_SIDE_MAX = 1280;

    /** Below this, all frames are decoded that lead to a picture; there may be a single keyframe. */
    private static final double SHORT_SECONDS = 30;

    /** Shorter than this needs no storyboard. */
    private static final double STORYBOARD_SECONDS_MIN = 2;

    private static final Duration POSTER_TIME_MAX = Duration.ofMinutes(2);

    /** Reads the whole source, and decodes its keyframes. */
    private static final Duration STORYBOARD_TIME_MAX = Duration.ofMinutes(30);

    private static final Pattern LUMA = Pattern.compile("lavfi\\.signalstats\\.(YAVG|YLOW|YHIGH)=([0-9.]+)");

    private final Ffmpeg ffmpeg;

    public Pictures(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * The picture that stands for the video, as JPEG: from about a tenth of it, or from elsewhere when that
     * is black or blank. Under a second for most sources.
     */
    public byte[] poster(MediaFacts facts, Path source) throws InterruptedException {
        try (var workspace = ffmpeg.workspace("poster")) {
            byte[] best = null;
            double bestContrast = -1;
            for (double place : PLACES) {
                var file = workspace.file("poster.jpg");
                Files.deleteIfExists(file);
                var completed = capture(facts, source, place * facts.durationSeconds(), workspace, file);
                if (!completed.succeeded() || !Files.exists(file)) continue;
                double contrast = contrast(completed.output());
                if (contrast > bestContrast) {
                    best = Files.readAllBytes(file);
                    bestContrast = contrast;
                }
                if (contrast >= CONTRAST_GOOD) break;
            }
            if (best != null) return best;
            throw new MediaException(MediaException.Cause.UNDECODABLE, "no picture for a poster");
        } catch (IOException e) {
            throw new UncheckedIOException("the poster could not be kept", e);
        }
    }

    private Completed capture(MediaFacts facts, Path source, double seconds, Workspace workspace, Path file)
            throws InterruptedException {
        var video = facts.video();
        double fit = Math.min(1, (double) POSTER_SIDE_MAX / video.longSide());
        var words = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-nostats", "-y", "-v", "error"));
        words.addAll(Demuxers.options());
        if (seconds > 0) {
            // Decoding up to the very place could take minutes in a long video with few keyframes. Frames from the
            // keyframe on are taken only while times stay the source's own.
            words.addAll(
                    facts.durationSeconds() > SHORT_SECONDS
                            ? List.of("-copyts", "-noaccurate_seek")
                            : List.of("-accurate_seek"));
            words.addAll(List.of("-ss", String.format(Locale.ROOT, "%.3f", facts.originSeconds() + seconds)));
        }
        words.addAll(List.of("-an", "-sn", "-dn", "-i", source.toAbsolutePath().toString(), "-filter_complex"));
        words.add("[0:" + video.stream() + "]" + (video.interlaced() ? "bwdif=mode=send_frame:deint=all," : "")
                + Colours.scaled(video, even(video.width() * fit), even(video.height() * fit))
                + ",thumbnail=n=" + CANDIDATES + ",signalstats,metadata=mode=print:file=pipe\\\\:1," + jpeg() + "[p]");
        words.addAll(List.of("-map", "[p]", "-frames:v", "1", "-map_metadata", "-1", "-fflags", "+bitexact"));
        words.addAll(List.of("-c:v", "mjpeg", "-q:v", "3", "-f", "image2", "-update", "1", file.toString()));
        return ffmpeg.run(
                new Run(Run.Program.FFMPEG, words, POSTER_TIME_MAX, POSTER_TIME_MAX, ffmpeg.memoryMaxBytes(), true),
                workspace);
    }

    /** JPEG knows BT.601 in full range alone (JFIF 1.02). */
    private static String jpeg() {
        return "scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc,format=yuvj420p";
    }

    private static int even(double side) {
        return Math.max(2, 2 * (int) (side / 2));
    }

    /** How far apart dark and light parts are, in luma; 0 for a black picture. */
    private static double contrast(String statistics) {
        double average = 0;
        double low = 0;
        double high = 0;
        var found = LUMA.matcher(statistics);
        while (found.find()) {
            double value = Double.parseDouble(found.group(2));
            switch (found.group(1)) {
                case "YAVG" -> average = value;
                case "YLOW" -> low = value;
                default -> high = value;
            }
        }
        return average > DARK_MAX ? high - low : 0;
    }

    /**
     * A storyboard's image and its WebVTT.
     *
     * @param jpeg all pictures in one
     * @param track cues that name regions of the image
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    public record StoryboardFiles(byte[] jpeg, String track) {}

    /**
     * Small pictures over the whole video, mostly from keyframes alone. Empty when the video is too short for that.
     *
     * @param image what the track calls the image
     */
    public Optional<StoryboardFiles> storyboard(MediaFacts facts, Path source, String image)
            throws InterruptedException {
        double duration = facts.durationSeconds();
        if (duration < STORYBOARD_SECONDS_MIN) return Optional.empty();
        var board = Storyboard.of(facts.video(), duration);
        try (var workspace = ffmpeg.workspace("storyboard")) {
            var file = workspace.file("storyboard.jpg");
            boolean keyframes = duration > SHORT_SECONDS;
            var completed = tile(facts, source, board, keyframes, workspace, file);
            if (keyframes && !(completed.succeeded() && Files.exists(file))) {
                // Some streams have no frames that are marked as keyframes.
                completed = tile(facts, source, board, false, workspace, file);
            }
            completed.orThrow("the storyboard");
            return Optional.of(new StoryboardFiles(Files.readAllBytes(file), board.track(image, duration)));
        } catch (IOException e) {
            throw new UncheckedIOException("the storyboard could not be kept", e);
        }
    }

    private Completed tile(
            MediaFacts facts, Path source, Storyboard board, boolean keyframes, Workspace workspace, Path file)
            throws InterruptedException {
        var words = new ArrayList<>(VideoArguments.start());
        words.addAll(Demuxers.options());
        if (keyframes) {
            words.addAll(List.of("-skip_frame", "nokey", "-discard", "nokey"));
        }
        words.addAll(List.of("-an", "-sn", "-dn", "-reinit_filter", "0", "-i"));
        words.addAll(List.of(source.toAbsolutePath().toString(), "-filter_complex", graph(facts, board)));
        words.addAll(List.of("-map", "[b]", "-frames:v", "1", "-map_metadata", "-1", "-fflags", "+bitexact"));
        words.addAll(List.of("-c:v", "mjpeg", "-q:v", "5", "-f", "image2", "-update", "1", file.toString()));
        var timeMax = STORYBOARD_TIME_MAX;
        var run = new Run(Run.Program.FFMPEG, words, timeMax, timeMax, ffmpeg.memoryMaxBytes(), true);
        return ffmpeg.run(run, workspace, progress -> {});
    }

    private static String graph(MediaFacts facts, Storyboard board) {
        return String.format(
                Locale.ROOT,
                "[0:%d]%s,fps=1/%d:start_time=%.6f,tpad=stop_mode=clone:stop=-1,tile=%dx%d,%s[b]",
                facts.video().stream(),
                Colours.scaled(facts.video(), board.tileWidth(), board.tileHeight()),
                board.intervalSeconds(),
                facts.clockSeconds() + facts.originSeconds(),
                board.columns(),
                board.rows(),
                jpeg());
    }
}
