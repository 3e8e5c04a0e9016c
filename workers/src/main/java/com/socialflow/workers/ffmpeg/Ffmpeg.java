package com.socialflow.workers.ffmpeg;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ffmpeg of this machine: a configured one, else the bundled one, else the system's. Every run of it is confined
 * (see {@link Sandbox}) and watched (see {@link Supervision}).
 */
public final class Ffmpeg implements AutoCloseable {

    private static final Duration VERSION_TIME_MAX = Duration.ofSeconds(20);

    private final FfmpegSettings settings;
    private final Tools tools;
    private final Sandbox sandbox;
    private final Scratch scratch;
    private final String version;

    /** The two executables and the folders of their libraries; none when they are the system's own. */
    private record Tools(Path ffmpeg, Path ffprobe, List<Path> libraries, String origin) {}

    private Ffmpeg(FfmpegSettings settings, Tools tools, Sandbox sandbox, Scratch scratch, String version) {
        this.settings = settings;
        this.tools = tools;
        this.sandbox = sandbox;
        this.scratch = scratch;
        this.version = version;
    }

    /**
     * Finds or unpacks ffmpeg, and sees that it starts. Takes under a second when unpacking, some ten milliseconds
     * after that. Removes what killed programs left in the scratch directory.
     *
     * @throws MediaException {@code UNAVAILABLE} when there is none, or none that starts
     */
    public static Ffmpeg open(FfmpegSettings settings) {
        var bundle = settings.ffmpeg() == null ? Bundle.unpack(settings.cache()).orElse(null) : null;
        var tools = tools(settings, bundle);
        try {
            var version = version(tools);
            return new Ffmpeg(settings, tools, Sandbox.detect(), Scratch.open(settings.scratch()), version);
        } catch (IOException e) {
            throw new UncheckedIOException("ffmpeg could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaException(MediaException.Cause.UNAVAILABLE, "interrupted while starting", e);
        }
    }

    /** A directory for the files of one piece of work. Close it when done. */
    public Workspace workspace(String purpose) {
        try {
            return scratch.workspace(purpose);
        } catch (IOException e) {
            throw new UncheckedIOException("no room to work in", e);
        }
    }

    /** How much resident memory a run may take, in bytes. */
    public long memoryMaxBytes() {
        return settings.memoryMaxBytes();
    }

    /** Which ffmpeg this is and how it is confined, for people. */
    public String describe() {
        return version + ", " + tools.origin() + ", " + sandbox.describe();
    }

    /** Runs to the end and gives what it printed. */
    public Completed run(Run run, Workspace in) throws InterruptedException {
        return run(run, in, false, Watcher.NONE);
    }

    /**
     * Runs to the end, {@code watcher} looking at its outputs every few hundredths of a second on this thread. The
     * arguments must hold {@code -progress pipe:1}, for the stall watchdog.
     *
     * @throws MediaException when it was ended for taking too much time or memory
     * @throws InterruptedException when this thread was interrupted; the run is over then
     */
    public Completed run(Run run, Workspace in, Watcher watcher) throws InterruptedException {
        return run(run, in, true, watcher);
    }

    private Completed run(Run run, Workspace in, boolean progress, Watcher watcher) throws InterruptedException {
        var niceness = run.background() ? FfmpegSettings.NICENESS_MAX : settings.niceness();
        var words = sandbox.prefix(run.memoryMaxBytes(), niceness);
        words.add((run.program() == Run.Program.FFMPEG ? tools.ffmpeg() : tools.ffprobe()).toString());
        words.addAll(run.arguments());
        try {
            var process =
                    Starter.start(builder(tools, words).directory(in.directory().toFile()));
            return new Supervision(process, run, progress, in.directory())
                    .watch(watcher)
                    .ownEnd();
        } catch (IOException e) {
            throw new UncheckedIOException(run.program().executable() + " could not be run", e);
        }
    }

    /** Ends the use of the scratch directory and removes it. */
    @Override
    public void close() {
        try {
            scratch.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the scratch directory can't be removed", e);
        }
    }

    private static Tools tools(FfmpegSettings settings, @Nullable Bundle bundle) {
        if (settings.ffmpeg() != null && settings.ffprobe() != null) {
            return new Tools(settings.ffmpeg(), settings.ffprobe(), List.of(), "as configured");
        }
        if (bundle != null) {
            return new Tools(bundle.executable("ffmpeg"), bundle.executable("ffprobe"), bundle.libraries(), "bundled");
        }
        for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            var ffmpeg = Path.of(folder, "ffmpeg");
            var ffprobe = Path.of(folder, "ffprobe");
            if (Files.isExecutable(ffmpeg) && Files.isExecutable(ffprobe)) {
                return new Tools(ffmpeg, ffprobe, List.of(), "the system's");
            }
        }
        throw new MediaException(
                MediaException.Cause.UNAVAILABLE,
                "no ffmpeg is bundled for this platform, none is configured or installed");
    }

    private static String version(Tools tools) throws IOException, InterruptedException {
        var run = new Run(Run.Program.FFMPEG, List.of(), VERSION_TIME_MAX, VERSION_TIME_MAX, Long.MAX_VALUE);
        var process = Starter.start(builder(tools, List.of(tools.ffmpeg().toString(), "-version")));
        var completed = new Supervision(process, run, false, null).watch(Watcher.NONE);
        if (!completed.succeeded()) {
            throw new MediaException(
                    MediaException.Cause.UNAVAILABLE, tools.ffmpeg() + " does not start: " + completed.complaint());
        }
        return completed.output().lines().findFirst().orElse("ffmpeg").replaceAll(" Copyright.*", "");
    }

    /** With hardly any environment: nothing there is ffmpeg's business. */
    private static ProcessBuilder builder(Tools tools, List<String> words) {
        var builder = new ProcessBuilder(words);
        var path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("AV_LOG_FORCE_NOCOLOR", "1");
        if (!tools.libraries().isEmpty()) {
            var folders = new ArrayList<String>();
            tools.libraries()
                    .forEach(folder -> folders.add(folder.toAbsolutePath().toString()));
            builder.environment().put("LD_LIBRARY_PATH", String.join(File.pathSeparator, folders));
            builder.environment().put("DYLD_LIBRARY_PATH", String.join(File.pathSeparator, folders));
        }
        return builder;
    }
}
