package com.socialflow.app.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * What all programs of this JVM are started from. The classes of the first are kept as that one has loaded and verified
 * them, and those after it start in half the time: a dozen starts are a good part of the suite.
 */
final class SharedClasses {

    private static final Path FOLDER = Path.of("target", "journeys").toAbsolutePath();
    private static final Path ARCHIVE =
            FOLDER.resolve("classes-" + ProcessHandle.current().pid() + ".jsa");

    private static final int KEPT_WITHIN_SECONDS = 60;

    private static volatile boolean tried;

    private static final String PATH = path();

    private SharedClasses() {}

    /** The beginning of a command line that runs a class of the program. */
    static List<String> java(Path arguments) {
        try {
            // In a file: it is longer than some systems take as an argument.
            Files.writeString(arguments, "-cp \"" + PATH + "\"\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms64m",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (Files.exists(ARCHIVE)) {
            command.addAll(List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-Xlog:cds=off", "-Xlog:aot=off"));
        } else if (!tried) {
            command.add("-XX:+RecordDynamicDumpInfo");
        }
        command.add("@" + arguments);
        return command;
    }

    /** True until the classes of a program were kept, or could not be. */
    static boolean wanted() {
        return !tried;
    }

    /** Keeps the classes of a program that has all its engines. Without them others start as ever. */
    static void keep(ProcessHandle program) {
        tried = true;
        try {
            var part = ARCHIVE.resolveSibling(ARCHIVE.getFileName() + ".part");
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var dump = new ProcessBuilder(jcmd, Long.toString(program.pid()), "VM.cds", "dynamic_dump", part.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("classes.log").toFile())
                    .start();
            if (!dump.waitFor(KEPT_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                dump.destroyForcibly();
            } else if (Files.exists(part)) {
                Files.move(part, ARCHIVE);
                ARCHIVE.toFile().deleteOnExit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of jars alone: classes in folders cannot be kept. The tests' own are not the program's. */
    private static String path() {
        var parts = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator, -1);
        var folders = Arrays.stream(parts)
                .map(Path::of)
                .filter(folder -> folder.endsWith("classes") && Files.isDirectory(folder))
                .map(SharedClasses::jar);
        var jars = Arrays.stream(parts).filter(part -> part.endsWith(".jar"));
        return String.join(File.pathSeparator, Stream.concat(folders, jars).toList());
    }

    /** The classes of a folder in a jar, stored as they are. */
    private static String jar(Path folder) {
        try {
            Files.createDirectories(FOLDER);
            var jar = Files.createTempFile(FOLDER, "program", ".jar");
            jar.toFile().deleteOnExit();
            try (var out = new JarOutputStream(Files.newOutputStream(jar));
                    var files = Files.walk(folder)) {
                out.setLevel(0);
                for (var file : files.filter(file -> !file.equals(folder)).toList()) {
                    var directory = Files.isDirectory(file);
                    out.putNextEntry(new JarEntry(folder.relativize(file) + (directory ? "/" : "")));
                    if (!directory) {
                        Files.copy(file, out);
                    }
                    out.closeEntry();
                }
            }
            return jar.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
