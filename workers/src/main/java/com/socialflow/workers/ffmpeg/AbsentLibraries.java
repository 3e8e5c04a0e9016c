package com.socialflow.workers.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empty stand-ins for those libraries of a desktop that the bundled ffmpeg names and this system lacks. */
final class AbsentLibraries {

    static final String FOLDER = "absent";

    private static final Logger log = LoggerFactory.getLogger(AbsentLibraries.class);

    /** What may be replaced by nothing: used for capture devices and hardware alone, and called lazily. */
    static final Set<String> REPLACEABLE =
            Set.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0", "libudev.so.1");

    private static final Pattern MISSING =
            Pattern.compile("error while loading shared libraries: (\\S+): cannot open shared object file");

    private AbsentLibraries() {}

    /**
     * The library that the loader missed, according to its message, was written; false when that is not what the
     * message says.
     *
     * @throws MediaException when a library is missing that ffmpeg can't do without
     */
    static boolean standIn(Path folder, String message, EmptyLibrary.Machine machine) throws IOException {
        var missing = MISSING.matcher(message);
        if (!missing.find()) return false;
        var name = missing.group(1);
        if (!REPLACEABLE.contains(name)) {
            throw new MediaException(
                    MediaException.Cause.UNAVAILABLE, "the bundled ffmpeg needs " + name + ", which this system lacks");
        }
        log.debug("this system has no {}; ffmpeg gets an empty one", name);
        write(folder, name, machine);
        return true;
    }

    static void write(Path folder, String name, EmptyLibrary.Machine machine) throws IOException {
        Files.createDirectories(folder);
        var unfinished = Files.createTempFile(folder, ".", ".so");
        Files.write(unfinished, EmptyLibrary.named(name, machine));
        Files.move(
                unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
