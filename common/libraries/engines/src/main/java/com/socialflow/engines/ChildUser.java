package com.socialflow.engines;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Who the child programs are, and how they end with this process. A program of root's runs its children as nobody: what
 * breaks out of a database owns nothing. With util-linux' {@code setpriv} the kernel signals a child when the thread
 * that started it ends, however that came about; without it (macOS) a later start finds the orphan by its pid file.
 *
 * @param drop whether this process is root, so that children become {@link #NOBODY}
 * @param setpriv whether util-linux' tool is there
 */
record ChildUser(boolean drop, boolean setpriv) {

    /** The user without rights on Debian, Red Hat, Alpine and their kin. */
    static final int NOBODY = 65_534;

    private static final long PROBE_MAX_S = 10;

    /** Looks once: it costs a process. */
    static ChildUser detect() throws InterruptedException {
        return new ChildUser(new UnixSystem().getUid() == 0, setprivWorks());
    }

    private static boolean setprivWorks() throws InterruptedException {
        try {
            // Busybox has one that knows no death signal.
            var probe = new ProcessBuilder("setpriv", "--pdeathsig", "TERM", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (probe.waitFor(PROBE_MAX_S, TimeUnit.SECONDS)) {
                return probe.exitValue() == 0;
            }
            probe.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** The command such that it runs as the child user and gets the signal, such as INT, when its parent is gone. */
    List<String> command(String deathSignal, List<String> command) {
        if (!setpriv) {
            return command;
        }
        var whole = new ArrayList<String>();
        // A session of its own: Ctrl-C in the terminal goes to the program alone, which stops its children in order.
        whole.add("setsid");
        whole.add("setpriv");
        if (drop) {
            whole.addAll(List.of("--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        whole.addAll(List.of("--no-new-privs", "--pdeathsig", deathSignal));
        whole.addAll(command);
        return List.copyOf(whole);
    }

    /** Makes the child user the owner of the file or of the directory and everything in it. */
    void give(Path path) throws IOException {
        if (!drop || owned(path)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var each : (Iterable<Path>) all::iterator) {
                Files.setAttribute(each, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(each, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static boolean owned(Path path) throws IOException {
        return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(NOBODY);
    }

    /** Whether the child user may go into the directory: into root's home, for one, it may not. */
    boolean enters(Path directory) throws IOException {
        if (!drop) {
            return true;
        }
        for (var each = directory.toAbsolutePath().normalize(); each != null; each = each.getParent()) {
            if (Files.exists(each)
                    && !Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
