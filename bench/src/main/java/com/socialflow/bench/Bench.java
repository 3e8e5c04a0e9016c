package com.socialflow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the measurements that were asked for and prints one table. */
public final class Bench {

    /** One measurement on a running program. */
    interface Measurement {
        void measure(Running program, Results results) throws Exception;
    }

    private static final Map<String, Measurement> ON_ONE_PROGRAM = new LinkedHashMap<>();

    static {
        ON_ONE_PROGRAM.put("upload", UploadBench::measure);
        ON_ONE_PROGRAM.put("transcode", TranscodeBench::minute);
        ON_ONE_PROGRAM.put("long", TranscodeBench::tenMinutes);
        ON_ONE_PROGRAM.put("segments", SegmentBench::measure);
        ON_ONE_PROGRAM.put("api", ApiBench::measure);
        ON_ONE_PROGRAM.put("identity", IdentityBench::measure);
        ON_ONE_PROGRAM.put("live", LiveBench::measure);
        ON_ONE_PROGRAM.put("views", ViewsBench::measure);
    }

    /** Somewhere else: the program leaves the stream job alone. */
    private static final String STREAM_ELSEWHERE = "--socialflow.analytics.flink.address=flink:8081";

    private Bench() {}

    /** The repository's root, then the names of the measurements; all of them when none is named. */
    public static void main(String[] arguments) throws Exception {
        var root = Path.of(arguments[0]);
        var chosen = List.of(arguments).subList(1, arguments.length);
        if (chosen.contains("social")) {
            social(root, chosen);
            return;
        }
        for (var name : chosen) {
            if (!name.equals("start") && !name.equals("beacons") && !ON_ONE_PROGRAM.containsKey(name)) {
                System.err.println(
                        "there is no measurement '" + name + "': start, beacons, " + ON_ONE_PROGRAM.keySet());
                System.exit(2);
            }
        }
        var results = new Results();
        var work = root.resolve("bench/target/work");
        // Of a run that was broken off.
        remove(work);
        Files.createDirectories(work);
        if (chosen.isEmpty() || chosen.contains("start")) {
            StartBench.measure(root, work, results);
        }
        if (chosen.isEmpty() || chosen.contains("beacons")) {
            beacons(root, work.resolve("beacons"), results);
        }
        if (chosen.isEmpty() || chosen.stream().anyMatch(ON_ONE_PROGRAM::containsKey)) {
            measureOnOne(root, work, Set.copyOf(chosen), results);
        }
        remove(work);
        results.print();
    }

    /** Its data takes minutes to make, and stays. */
    private static void social(Path root, List<String> chosen) throws Exception {
        if (chosen.size() > 1) {
            System.err.println("social is measured alone");
            System.exit(2);
        }
        var results = new Results();
        var data = root.resolve("bench/target/seeded/data");
        Files.createDirectories(data.getParent());
        try (var program = Running.start(root, data, "--socialflow.social.homes.kept=100000")) {
            program.awaitEngines();
            SocialBench.measure(program, results);
        }
        results.print();
    }

    private static void beacons(Path root, Path data, Results results) throws Exception {
        try (var program = Running.start(root, data, STREAM_ELSEWHERE)) {
            program.awaitEngines();
            System.out.println("measuring beacons …");
            ViewsBench.measureWay(program, results);
        }
    }

    private static void measureOnOne(Path root, Path work, Set<String> chosen, Results results) throws Exception {
        try (var program = Running.start(root, work.resolve("data"))) {
            program.awaitEngines();
            for (var entry : ON_ONE_PROGRAM.entrySet()) {
                if (chosen.isEmpty() || chosen.contains(entry.getKey())) {
                    System.out.println("measuring " + entry.getKey() + " …");
                    entry.getValue().measure(program, results);
                }
            }
        }
    }

    static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
