package com.socialflow.workers.ffmpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this system offers to hold ffmpeg back. Each part is tried once, and left out where it does not work: then the
 * protocol white list (no run opens anything but files) and the watchdogs of {@link Supervision} stand alone.
 *
 * <p>The address space is limited only as a backstop, at {@value #ADDRESS_SPACE_FACTOR} times the resident limit:
 * threads reserve stacks and arenas that they never touch, so a tight limit would end healthy runs. What counts is
 * resident memory, which the watchdog reads.
 *
 * @param network how a run is cut off from the network; empty when it can't be
 * @param death how a run ends with this program; empty when it can't be made to
 * @param limits whether the kernel can be told limits
 * @param nice whether a run can step back
 */
record Sandbox(List<String> network, List<String> death, boolean limits, boolean nice) {

    private static final Logger log = LoggerFactory.getLogger(Sandbox.class);
    private static final int ADDRESS_SPACE_FACTOR = 4;

    /** More than any chunk's renditions together; keeps a runaway output from filling the disk. */
    private static final long FILE_MAX_BYTES = 16L << 30;

    private static final int TRY_SECONDS = 5;

    Sandbox {
        network = List.copyOf(network);
        death = List.copyOf(death);
    }

    /** Tries what works here. */
    static Sandbox detect() {
        var found = new Sandbox(
                firstThatWorks(List.of("unshare", "--net", "--"), List.of("unshare", "--map-root-user", "--net", "--")),
                firstThatWorks(
                        List.of(
                                "setpriv",
                                "--pdeathsig",
                                "KILL",
                                "--no-new-privs",
                                "--bounding-set=-all",
                                "--inh-caps=-all",
                                "--"),
                        List.of("setpriv", "--pdeathsig", "KILL", "--no-new-privs", "--"),
                        List.of("setpriv", "--pdeathsig", "KILL", "--")),
                works(List.of("prlimit", "--core=0", "--")),
                works(List.of("nice", "-n", "1")));
        log.debug("ffmpeg runs {}", found.describe());
        return found;
    }

    /** The words that go before ffmpeg's own. */
    List<String> prefix(long memoryMaxBytes, int niceness) {
        var words = new ArrayList<>(network);
        if (limits) {
            words.addAll(List.of(
                    "prlimit",
                    "--core=0",
                    "--fsize=" + FILE_MAX_BYTES,
                    "--as=" + memoryMaxBytes * ADDRESS_SPACE_FACTOR,
                    "--"));
        }
        if (nice && niceness > 0) {
            words.addAll(List.of("nice", "-n", Integer.toString(niceness)));
        }
        words.addAll(death); // last: the kernel forgets the wish when a later step changes credentials
        return words;
    }

    /** In words, for people who look after the machine. */
    String describe() {
        return (network.isEmpty() ? "with the network in reach (unshare does not work here)" : "without a network")
                + (death.isEmpty() ? ", outliving a killed program" : ", ending with the program")
                + (limits ? ", with kernel limits" : ", without kernel limits");
    }

    @SafeVarargs
    private static List<String> firstThatWorks(List<String>... prefixes) {
        for (var prefix : prefixes) {
            if (works(prefix)) return prefix;
        }
        return List.of();
    }

    private static boolean works(List<String> prefix) {
        var words = new ArrayList<>(prefix);
        words.add("true");
        try {
            var process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(TRY_SECONDS, TimeUnit.SECONDS)) return process.exitValue() == 0;
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
