package com.socialflow.workers.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ffmpeg that comes as a dependency of the build, unpacked.
 *
 * <p>It lies in a directory named after its content. The directory appears under that name only when it is whole, so
 * several programs may unpack at once; one whose files have other sizes than the bundle's is unpacked anew.
 */
final class Bundle {

    private static final Logger log = LoggerFactory.getLogger(Bundle.class);
    private static final String ROOT = "org/bytedeco/ffmpeg/";

    /** Where the empty libraries lie, within the bundle's directory. */
    private static final String EMPTY = "empty";

    /**
     * What is replaced by empty libraries, also where the system has them: so ffmpeg runs in the same way on every
     * machine, and a real one among them never meets an empty one that it needs itself.
     */
    private static final List<String> DESKTOP =
            List.of("libasound.so.2", "libpulse.so.0", "libudev.so.1", "libxcb-shm.so.0", "libxcb.so.1");

    private final Path directory;
    private final Platform platform;

    private Bundle(Path directory, Platform platform) {
        this.directory = directory;
        this.platform = platform;
    }

    /** The bundle of this platform, unpacked under {@code cache}; empty when the class path has none. */
    static Optional<Bundle> unpack(Path cache) {
        var platform = Platform.current().orElse(null);
        if (platform == null) return Optional.empty();
        var folder = ROOT + platform.folder() + "/";
        var url = Bundle.class.getClassLoader().getResource(folder + platform.executable("ffmpeg"));
        if (url == null) return Optional.empty();
        try (var jar = jar(url)) {
            var entries = wanted(jar, folder);
            var directory = cache.resolve("ffmpeg-" + platform.folder() + "-" + fingerprint(entries));
            if (!whole(directory, entries)) {
                unpack(jar, entries, directory, platform);
            }
            return Optional.of(new Bundle(directory, platform));
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled ffmpeg can't be unpacked under " + cache, e);
        }
    }

    Path executable(String name) {
        return directory.resolve(platform.executable(name));
    }

    /** The folders that the loader must look into. */
    List<Path> libraries() {
        return List.of(directory, directory.resolve(EMPTY));
    }

    private static JarFile jar(URL url) throws IOException {
        if (!(url.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("the bundled ffmpeg is not in a jar: " + url);
        }
        // A cached jar is shared with the class loader, and would be closed under it.
        connection.setUseCaches(false);
        return connection.getJarFile();
    }

    /** Executables and their libraries, without the bindings for Java, which are not used. */
    private static List<ZipEntry> wanted(JarFile jar, String folder) {
        return jar.stream()
                .filter(entry -> entry.getName().startsWith(folder) && !entry.isDirectory())
                .filter(entry -> !name(entry).contains("jni"))
                .map(ZipEntry.class::cast)
                .sorted(Comparator.comparing(ZipEntry::getName))
                .toList();
    }

    private static String name(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    private static String fingerprint(List<ZipEntry> entries) {
        var all = new CRC32();
        all.update(String.join(EMPTY, DESKTOP).getBytes(StandardCharsets.UTF_8));
        for (var entry : entries) {
            all.update((name(entry) + entry.getSize() + ":" + entry.getCrc()).getBytes(StandardCharsets.UTF_8));
        }
        return String.format("%08x", all.getValue());
    }

    private static boolean whole(Path directory, List<ZipEntry> entries) throws IOException {
        for (var entry : entries) {
            var file = directory.resolve(name(entry));
            if (!Files.isRegularFile(file) || Files.size(file) != entry.getSize()) return false;
        }
        return true;
    }

    private static void unpack(JarFile jar, List<ZipEntry> entries, Path directory, Platform platform)
            throws IOException {
        log.info("unpacking ffmpeg into {}", directory);
        Files.createDirectories(directory.getParent());
        var unfinished = Files.createTempDirectory(directory.getParent(), ".unpacking-");
        try {
            for (var entry : entries) {
                copy(jar, entry, unfinished.resolve(name(entry)));
            }
            emptyLibraries(unfinished.resolve(EMPTY), platform);
            if (Files.exists(directory) && !whole(directory, entries)) {
                Scratch.deleteTree(directory);
            }
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            log.debug("another program unpacked ffmpeg first");
        } finally {
            Scratch.deleteTree(unfinished);
        }
    }

    private static void emptyLibraries(Path folder, Platform platform) throws IOException {
        Files.createDirectory(folder);
        var machine = platform.elf();
        if (machine.isEmpty()) return;
        for (var name : DESKTOP) {
            Files.write(folder.resolve(name), EmptyLibrary.named(name, machine.get()));
        }
    }

    private static void copy(JarFile jar, ZipEntry entry, Path file) throws IOException {
        var sum = new CRC32();
        try (var in = new CheckedInputStream(jar.getInputStream(entry), sum)) {
            Files.copy(in, file);
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new IOException("the bundled ffmpeg is damaged: " + entry.getName());
        }
        if (!file.toFile().setExecutable(true, false)) {
            throw new IOException("can't be made executable (is the file system mounted noexec?): " + file);
        }
    }
}
