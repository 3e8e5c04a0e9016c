package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of the program that ends, run as the launcher runs it.
 *
 * @param said on both of its outputs
 */
public record ProgramCommand(int exit, String said) {

    /** Runs it to its end; what it needs meanwhile lies in the folder. */
    public static ProgramCommand run(Path folder, String... arguments) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var classes = Files.writeString(folder.resolve("command.arguments"), "-cp \"" + path + "\"\n");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "@" + classes,
                "com.socialflow.app.SocialFlow"));
        command.addAll(List.of(arguments));
        var said = folder.resolve("command.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("it ends").isTrue();
        return new ProgramCommand(process.exitValue(), Files.readString(said));
    }
}
