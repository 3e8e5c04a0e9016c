package com.socialflow.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of the launcher over a project of one file, with a Maven and a JDK that only say what they are asked. */
final class LauncherTree {

    /** What a start said, what it ended with, and which process it was. */
    record Outcome(int exit, String said, long pid) {}

    private static final long ANSWER_MAX_S = 30;

    private static final String JDK_RELEASE = """
            JAVA_VERSION="25.0.1"
            JAVA_RUNTIME_VERSION="%s"
            """;

    private static final String JAVA = """
            #!/bin/sh
            for argument; do
              case "$argument" in
                -XX:AOTCacheOutput=*) echo trained >"${argument#*=}" ;;
                -Djarmode=tools)
                  for destination; do :; done
                  mkdir -p "$destination"
                  echo jar >"$destination/socialflow.jar"
                  ;;
              esac
            done
            echo "java $$ $* heap=${SOCIALFLOW_HEAP:-} database=${SOCIALFLOW_DATABASE_URL:-}"
            """;

    private static final String MAVEN = """
            #!/bin/sh
            case "$*" in *--version*) echo 'Apache Maven 3.9.9 (nobody)'; exit 0 ;; esac
            echo "maven $*" >>maven.txt
            if grep -q mistake app/src/main/java/Program.java; then
              echo '[INFO] Building Social Flow: the program 0.1 [1/1]'
              echo '[ERROR] Program.java: mistake'
              echo '[ERROR] -> [Help 1]'
              exit 1
            fi
            mkdir -p app/target
            cat app/src/main/java/Program.java >app/target/socialflow.jar
            """;

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    LauncherTree(Path launcher, Path root) throws IOException {
        this.root = root;
        copy(launcher.resolve("socialflow"), root.resolve("socialflow"));
        Files.createDirectories(root.resolve("launcher"));
        try (Stream<Path> parts = Files.list(launcher.resolve("launcher"))) {
            for (var part : parts.toList()) {
                copy(part, root.resolve("launcher").resolve(part.getFileName()));
            }
        }
        Files.createDirectories(root.resolve(".mvn"));
        Files.writeString(root.resolve("pom.xml"), "<modules>\n  <module>app</module>\n</modules>\n");
        source("a program");
        jdk("25.0.1+8");
        program(root.resolve("jdk/bin/java"), JAVA);
        program(root.resolve("jdk/bin/javac"), JAVA);
        program(root.resolve("tools/mvn"), MAVEN);
        environment.put("JAVA_HOME", root.resolve("jdk").toString());
        environment.put("PATH", root.resolve("tools") + ":" + System.getenv("PATH"));
    }

    /** Writes the one source, a moment later than the last time. */
    void source(String text) throws IOException {
        var file = Files.createDirectories(root.resolve("app/src/main/java")).resolve("Program.java");
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(text.hashCode() & 0xff_ffff)));
    }

    void jdk(String build) throws IOException {
        Files.createDirectories(root.resolve("jdk/bin"));
        Files.writeString(root.resolve("jdk/release"), JDK_RELEASE.formatted(build));
    }

    void environment(String name, String value) {
        environment.put(name, value);
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** How often Maven was started. */
    int builds() throws IOException {
        var asked = root.resolve("maven.txt");
        return Files.exists(asked) ? Files.readAllLines(asked, UTF_8).size() : 0;
    }

    Outcome start(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(root.resolve("socialflow").toString()));
        command.addAll(List.of(arguments));
        // A file and not a pipe: what trains in the background would hold a pipe open.
        var output = Files.createTempFile(root, "said", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(ANSWER_MAX_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the launcher did not end: " + Files.readString(output));
        }
        return new Outcome(process.exitValue(), Files.readString(output), process.pid());
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        executable(file);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to);
        executable(to);
    }

    private static void executable(Path file) {
        if (!file.toFile().setExecutable(true)) {
            throw new IllegalStateException(file + " cannot be made executable");
        }
    }
}
