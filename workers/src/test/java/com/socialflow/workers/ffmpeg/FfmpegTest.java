package com.socialflow.workers.ffmpeg;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.socialflow.testkit.Asvs;
import com.socialflow.workers.inspect.Demuxers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegTest {

    private static final Path CACHE = Path.of("target/ffmpeg/cache").toAbsolutePath();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long GIBIBYTE = 1L << 30;

    @TempDir
    Path directory;

    private Ffmpeg ffmpeg;
    private Workspace workspace;

    @BeforeEach
    void open() {
        ffmpeg = Ffmpeg.open(settings(directory));
        workspace = ffmpeg.workspace("test");
    }

    @AfterEach
    void close() {
        ffmpeg.close();
    }

    @Test
    void saysWhatItIs() {
        assertThat(ffmpeg.describe()).startsWith("ffmpeg version 8").contains("bundled");
    }

    @Test
    void needsNoLibraryOfADesktop() throws Exception {
        assumeTrue(Platform.current().flatMap(Platform::elf).isPresent());
        var trace = workspace.file("loaded");
        var bundle = Bundle.unpack(CACHE).orElseThrow();
        var loaded = new ProcessBuilder(bundle.executable("ffmpeg").toString(), "-version");
        loaded.environment().put("LD_TRACE_LOADED_OBJECTS", "1");
        loaded.environment()
                .put(
                        "LD_LIBRARY_PATH",
                        bundle.libraries().stream().map(Path::toString).collect(joining(":")));

        loaded.redirectOutput(trace.toFile()).start().waitFor();

        // The C library and its kin are on every server; all else comes along.
        assertThat(Files.readAllLines(trace))
                .filteredOn(line -> line.contains("=>") && !line.contains(CACHE.toString()))
                .allMatch(
                        line -> line.matches("\\s*(libc|libm|libmvec|libstdc\\+\\+|libgcc_s|libpthread|libdl)\\.so.*"));
    }

    @Test
    void unpacksAgainWhatIsDamaged() throws IOException {
        var bundle = Bundle.unpack(directory.resolve("bundle")).orElseThrow();
        Files.write(bundle.executable("ffprobe"), new byte[] {1});

        var again = Bundle.unpack(directory.resolve("bundle")).orElseThrow();

        assertThat(again.libraries()).isEqualTo(bundle.libraries());
        assertThat(Files.size(again.executable("ffprobe"))).isGreaterThan(1000);
        assertThat(directory.resolve("bundle")).isDirectoryNotContaining("glob:**unpacking*");
    }

    @Asvs("V15.2.2")
    @Test
    void endsARunThatTakesTooLong() {
        var run = new Run(Run.Program.FFMPEG, endless(), Duration.ofMillis(600), MINUTE, GIBIBYTE);

        assertThat(failure(run).why()).isEqualTo(MediaException.Cause.TIMED_OUT);
        assertThat(children()).isEmpty();
    }

    @Test
    void endsARunThatStandsStill() {
        var words = new ArrayList<>(endless());
        words.set(words.indexOf("testsrc2=s=64x64:r=10"), "testsrc2=s=64x64:r=10,realtime=speed=0.001:limit=1000");
        var run = new Run(Run.Program.FFMPEG, words, MINUTE, Duration.ofMillis(900), GIBIBYTE);

        assertThat(failure(run).why()).isEqualTo(MediaException.Cause.STALLED);
        assertThat(children()).isEmpty();
    }

    @Asvs("V15.2.2")
    @Test
    void endsARunThatTakesTooMuchMemory() {
        assumeTrue(Files.exists(Path.of("/proc/self/statm")));
        var words = new ArrayList<>(endless());
        words.set(words.indexOf("testsrc2=s=64x64:r=10"), "color=s=3840x2160:r=10");
        words.set(words.indexOf("rawvideo"), "libx264");
        var run = new Run(Run.Program.FFMPEG, words, MINUTE, MINUTE, 400L << 20);

        assertThat(failure(run).why()).isEqualTo(MediaException.Cause.OUT_OF_MEMORY);
        assertThat(children()).isEmpty();
    }

    @Test
    void endsARunThatNobodyWaitsForAnyMore() throws Exception {
        var started = new CountDownLatch(1);
        var thrown = new AtomicReference<Throwable>();
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                ffmpeg.run(new Run(Run.Program.FFMPEG, endless(), MINUTE, MINUTE, GIBIBYTE), workspace, progress -> {
                    if (progress.frames() > 0) started.countDown();
                });
            } catch (InterruptedException | RuntimeException e) {
                thrown.set(e);
            }
        });
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(children()).isNotEmpty();

        waiting.interrupt();
        waiting.join(Duration.ofSeconds(10));

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(children()).isEmpty();
    }

    @Test
    void endsARunWhoseWatcherFails() {
        var run = new Run(Run.Program.FFMPEG, endless(), MINUTE, MINUTE, GIBIBYTE);

        var failure = catchThrowableOfType(
                IllegalStateException.class,
                () -> ffmpeg.run(run, workspace, progress -> {
                    throw new IllegalStateException("full");
                }));

        assertThat(failure).hasMessage("full");
        assertThat(children()).isEmpty();
    }

    @Asvs({"V1.3.6", "V13.2.4", "V13.2.5"})
    @Test
    void reachesNoNetwork() throws Exception {
        assumeTrue(ffmpeg.describe().contains("without a network"));
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            var address = "tcp://127.0.0.1:" + server.getLocalPort();
            var completed = ffmpeg.run(run("-v", "error", "-i", address, "-f", "null", "-"), workspace);

            assertThat(completed.succeeded()).isFalse();
            assertThat(catchThrowableOfType(SocketTimeoutException.class, server::accept))
                    .isNotNull();
        }
    }

    @Asvs({"V1.2.5", "V1.3.6", "V13.2.5"})
    @Test
    void opensNothingButFilesWhateverASourceNames() throws Exception {
        var words = new ArrayList<>(List.of("-v", "error"));
        words.addAll(Demuxers.options());
        words.addAll(List.of("-i", "tcp://127.0.0.1:9", "-f", "null", "-"));

        var completed = ffmpeg.run(run(words.toArray(String[]::new)), workspace);

        assertThat(completed.complaint()).contains("Protocol 'tcp' not on whitelist");
    }

    @Asvs("V1.4.3")
    @Test
    void aWorkspaceIsGoneWhenClosed() throws IOException {
        Files.writeString(workspace.file("left"), "over");

        workspace.close();

        assertThat(workspace.directory()).doesNotExist();
    }

    @Test
    void aKilledProgramLeavesNeitherAChildNorFiles() throws Exception {
        var scratch = directory.resolve("killed");
        var java = ProcessHandle.current().info().command().orElseThrow();
        var victim = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        CACHE.toString(),
                        scratch.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long child = Long.parseLong(victim.inputReader()
                .lines()
                .filter(line -> line.startsWith("child "))
                .findFirst()
                .orElseThrow()
                .substring(6));
        assertThat(ProcessHandle.of(child)).isPresent();

        victim.destroyForcibly().waitFor();

        var settings = new FfmpegSettings(CACHE, scratch, null, null, GIBIBYTE, 0);
        try (var next = Ffmpeg.open(settings)) {
            assertThat(scratch)
                    .isDirectoryNotContaining(
                            path -> path.getFileName().toString().startsWith(victim.pid() + "-"));
            assertThat(next.describe()).isNotEmpty();
        }
        ProcessHandle.of(child)
                .ifPresent(left -> left.onExit().orTimeout(5, TimeUnit.SECONDS).join());
    }

    private static FfmpegSettings settings(Path directory) {
        return new FfmpegSettings(CACHE, directory.resolve("scratch"), null, null, GIBIBYTE, FfmpegSettings.NICENESS);
    }

    private static Run run(String... words) {
        return new Run(Run.Program.FFMPEG, List.of(words), MINUTE, MINUTE, GIBIBYTE);
    }

    static List<String> endless() {
        return List.of(
                "-v",
                "error",
                "-nostdin",
                "-progress",
                "pipe:1",
                "-stats_period",
                "0.1",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x64:r=10",
                "-c:v",
                "rawvideo",
                "-f",
                "null",
                "-");
    }

    private MediaException failure(Run run) {
        return catchThrowableOfType(MediaException.class, () -> ffmpeg.run(run, workspace, progress -> {}));
    }

    /** Of this test's tools: engines of other tests may run beside them. */
    private static List<ProcessHandle> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().commandLine().orElse("").contains("ffmpeg"))
                .toList();
    }
}
