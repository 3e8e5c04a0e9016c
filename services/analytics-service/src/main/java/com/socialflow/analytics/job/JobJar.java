package com.socialflow.analytics.job;

import static com.socialflow.core.Require.require;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Makes the jar that a Flink cluster is given: the job's classes, and below {@code lib/} the jars that they need and
 * Flink does not have; Flink takes such jars apart by itself. The build runs it.
 */
public final class JobJar {

    /** What of the classpath goes in, by how names of files begin; what Flink brings along stays out. */
    private static final List<String> NEEDED = List.of(
            "core-",
            "datasketches-",
            "flink-connector-base-",
            "flink-connector-kafka-",
            "kafka-clients-",
            "postgresql-",
            "protobuf-java-",
            "protobufs-",
            "views-",
            "zstd-jni-");

    /** Modules that are built together with this one lie as directories of classes on its classpath. */
    private static final List<String> MODULES = List.of("core", "protobufs", "views");

    private static final List<String> OWN = List.of("com/socialflow/analytics/job", "com/socialflow/analytics/cells");

    /** As the build says it: the same classes make the same jar. */
    private static final long TIME = 1_767_225_600_000L;

    private JobJar() {}

    /** Arguments: this module's classes, the jar to write. */
    public static void main(String[] arguments) throws IOException {
        require(arguments.length == 2, "say where the classes are and which jar to write");
        write(Path.of(arguments[0]), System.getProperty("java.class.path", ""), Path.of(arguments[1]));
    }

    static void write(Path classes, String classpath, Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, ViewsJob.class.getName());
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (var own : OWN) {
                copyTree(classes, classes.resolve(own), out);
            }
            for (var entry : libraries(classpath).entrySet()) {
                put(out, "lib/" + entry.getKey());
                if (Files.isDirectory(entry.getValue())) {
                    pack(entry.getValue(), out);
                } else {
                    Files.copy(entry.getValue(), out);
                }
                out.closeEntry();
            }
        }
    }

    private static TreeMap<String, Path> libraries(String classpath) {
        var found = new TreeMap<String, Path>();
        for (var element : classpath.split(File.pathSeparator)) {
            var path = Path.of(element);
            var name = path.getFileName().toString();
            if (Files.isDirectory(path)) {
                MODULES.stream()
                        .filter(module -> path.endsWith(Path.of(module, "target", "classes")))
                        .forEach(module -> found.put(module + "-classes.jar", path));
            } else if (NEEDED.stream().anyMatch(name::startsWith)) {
                found.put(name, path);
            }
        }
        return found;
    }

    private static void pack(Path classes, OutputStream to) throws IOException {
        // Not closed: the entry that it is in ends by itself.
        var out = new JarOutputStream(to);
        copyTree(classes, classes, out);
        out.finish();
    }

    private static void copyTree(Path root, Path from, JarOutputStream out) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (var file : all.filter(Files::isRegularFile).sorted().toList()) {
                put(out, root.relativize(file).toString());
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    private static void put(JarOutputStream out, String name) throws IOException {
        var entry = new JarEntry(name);
        entry.setTime(TIME);
        out.putNextEntry(entry);
    }
}
