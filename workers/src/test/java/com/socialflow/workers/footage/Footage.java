package com.socialflow.workers.footage;

import com.socialflow.workers.ffmpeg.Completed;
import com.socialflow.workers.ffmpeg.Ffmpeg;
import com.socialflow.workers.ffmpeg.FfmpegSettings;
import com.socialflow.workers.ffmpeg.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes sources for tests, and asks ffmpeg what others hold. A source is made once and kept in the build's folder. */
public final class Footage {

    private static final Path ROOT = Path.of("target").toAbsolutePath();
    private static final Duration TIME_MAX = Duration.ofMinutes(2);

    /** One for all tests of this module: to unpack it takes a second. */
    public static final Ffmpeg FFMPEG = Ffmpeg.open(FfmpegSettings.under(ROOT.resolve("ffmpeg")));

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(FFMPEG::close));
    }

    private Footage() {}

    /** A moving test pattern: no two frames are alike. */
    public static String pattern(String size, String rate, String seconds) {
        return "-f lavfi -i testsrc2=s=" + size + ":r=" + rate + ":d=" + seconds;
    }

    /** Plain grey frames, each of another level than the 199 before it: {@link #levels} tells which is which. */
    public static String numbered(String size, String rate, String seconds) {
        return "-f lavfi -i nullsrc=s=16x16:r=" + rate + ":d=" + seconds
                + ",format=yuv420p,geq=lum='20+mod(N*37\\,200)':cb=128:cr=128,scale=" + size.replace('x', ':')
                + ":flags=neighbor,setsar=1";
    }

    /** The level that a numbered source's frame has, rounded as codecs may. */
    public static int level(long frame) {
        return (int) (20 + frame * 37 % 200);
    }

    /** The average luma of every frame of a file. */
    public static List<Integer> levels(Path file) {
        var printed = ffmpeg(
                "-i",
                file.toString(),
                "-map",
                "0:v:0",
                "-fps_mode",
                "passthrough",
                "-vf",
                "signalstats,metadata=print:key=lavfi.signalstats.YAVG:file=-",
                "-f",
                "null",
                "-");
        return printed.output()
                .lines()
                .filter(line -> line.contains("YAVG="))
                .map(line -> (int) Math.round(Double.parseDouble(line.substring(line.indexOf('=') + 1))))
                .toList();
    }

    public static String tone(int hertz, String seconds) {
        return "-f lavfi -i sine=f=" + hertz + ":d=" + seconds;
    }

    /** The source that these arguments of ffmpeg make, its name being the last of them. */
    public static Path source(String arguments) {
        var words = new ArrayList<>(List.of(arguments.trim().split("\\s+")));
        var name = words.removeLast();
        var file = ROOT.resolve("footage").resolve(Integer.toHexString(arguments.hashCode()) + "-" + name);
        if (Files.exists(file)) return file;
        try {
            Files.createDirectories(file.getParent());
            var unfinished = file.resolveSibling("unfinished-" + file.getFileName());
            words.add(unfinished.toString());
            ffmpeg(words.toArray(String[]::new));
            return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of a source with its bytes changed. */
    public static Path changed(Path source, String name, Change change) {
        try {
            return Files.write(source.resolveSibling(name), change.of(Files.readAllBytes(source)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done to a file's bytes. */
    public interface Change {
        byte[] of(byte[] bytes);
    }

    /** Runs ffmpeg and fails unless it is content. */
    public static Completed ffmpeg(String... arguments) {
        var words = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-y", "-v", "error", "-threads", "2"));
        words.addAll(List.of(arguments));
        return run(Run.Program.FFMPEG, words).orThrow("making footage");
    }

    /** Everything that ffprobe prints. */
    public static String ffprobe(String... arguments) {
        var words = new ArrayList<>(List.of("-v", "error"));
        words.addAll(List.of(arguments));
        return run(Run.Program.FFPROBE, words).orThrow("asking").output().strip();
    }

    private static Completed run(Run.Program program, List<String> words) {
        try (var workspace = FFMPEG.workspace("footage")) {
            return FFMPEG.run(new Run(program, words, TIME_MAX, TIME_MAX, 2L << 30), workspace);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
