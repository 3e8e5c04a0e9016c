package com.socialflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private static final Path ROOT =
            Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();

    /** Nobody asks a listener on this port for anything: it is only written down. */
    private static final String PORT = "--port=0";

    @TempDir
    private Path folder;

    private LauncherTree tree;

    @BeforeEach
    void plant() throws IOException {
        tree = new LauncherTree(ROOT, folder.toRealPath());
    }

    @Test
    void explainsItself() throws Exception {
        var outcome = tree.start("--help");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.said())
                .contains("run ", "test ", "check ", "format ", "simulate ", "bench ", "demo ", "doctor ");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        for (var arguments : new String[][] {
            {"fly"},
            {"run", "--colour=red"},
            {"run", "--port=high"},
            {"run", "--port=70000"},
            {"run", "--port"},
            {"run", "--data="},
            {"run", "--roles=User"},
            {"demo", "--roles=user"},
            {"test", "--fast"},
            {"check", "it"},
            {"simulate", "--seed="},
            {"audit"},
            {"audit", "change"},
            {"audit", "verify", "--port=1"},
            {"analytics"},
            {"analytics", "verify", "--roles=all"},
        }) {
            var outcome = tree.start(arguments);
            assertThat(outcome.exit()).as(outcome.said()).isEqualTo(2);
            assertThat(outcome.said()).contains("--help");
        }
        assertThat(tree.builds()).isZero();
    }

    @Test
    void becomesTheProgramWithItsOptions() throws Exception {
        var outcome =
                tree.start("run", PORT, "--data=some where", "--roles=all,-workers", "--socialflow.web.json-max=2MB");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.said())
                .contains("java %d ".formatted(outcome.pid()))
                .contains("--data=" + tree.path("some where"))
                .contains("--port=0 ", "--roles=all,-workers ", "--socialflow.web.json-max=2MB");
    }

    @Test
    void verifiesTheAuditLogOfADataDirectory() throws Exception {
        var outcome = tree.start("audit", "verify", "--checkpoint=kept elsewhere", "--data=some where");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.said())
                .contains("audit verify --data=" + tree.path("some where") + " --checkpoint=kept elsewhere");
    }

    @Test
    void verifiesTheCellsOfADataDirectory() throws Exception {
        var outcome = tree.start("analytics", "verify", "--from=2026-01-31", "--repair", "--data=some where");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.said())
                .contains("analytics verify --data=" + tree.path("some where") + " --from=2026-01-31 --repair");
    }

    @Test
    void keepsItsOwnVariablesAndPassesTheOthersOn() throws Exception {
        tree.environment("SOCIALFLOW_HEAP", "1g");
        tree.environment("SOCIALFLOW_DATABASE_URL", "jdbc:postgresql://db/social");
        assertThat(tree.start("run", PORT).said()).contains("-Xmx1g", "heap= ", "database=jdbc:postgresql://db/social");
    }

    @Test
    void readsTheDataDirectoryFromTheEnvironment() throws Exception {
        tree.environment("SOCIALFLOW_DATA", "elsewhere");
        assertThat(tree.start("run", PORT).said()).contains("--data=" + tree.path("elsewhere"));
        assertThat(tree.start("run", PORT, "--socialflow.data=here").said()).contains("--data=" + tree.path("here"));
    }

    @Test
    void buildsOnlyWhenASourceChanged() throws Exception {
        tree.start("run", PORT);
        assertThat(tree.start("run", PORT).said()).doesNotContain("Building");
        assertThat(tree.builds()).isEqualTo(1);

        tree.source("another program");
        assertThat(tree.start("run", PORT).said()).contains("Building what changed");
        assertThat(tree.builds()).isEqualTo(2);
    }

    @Test
    void removesTheProgramThatWasReplaced() throws Exception {
        tree.start("run", PORT);
        tree.source("another program");
        tree.start("run", PORT);
        try (var programs = Files.list(tree.path(".cache/programs"))) {
            assertThat(programs).hasSize(1);
        }
    }

    @Test
    void usesTheAotCacheOfThisJdkAlone() throws Exception {
        assertThat(tree.start("train").exit()).isZero();
        assertThat(tree.start("run", PORT).said()).contains("-XX:AOTCache=");

        tree.jdk("25.0.9+1");
        assertThat(tree.start("run", PORT).said()).doesNotContain("-XX:AOTCache=");
    }

    @Test
    void keepsTheAotCacheOfAnEqualProgram() throws Exception {
        tree.start("train");
        tree.source("another program");
        tree.start("run", PORT);
        tree.source("a program");
        Files.writeString(tree.path("pom.xml"), "<modules>\n  <module>app</module>\n</modules>\n\n");
        tree.start("train");
        Files.writeString(tree.path("pom.xml"), "<modules>\n  <module>app</module>\n</modules>\n");
        assertThat(tree.start("run", PORT).said()).contains("Building what changed", "-XX:AOTCache=");
    }

    @Test
    void rehearsesWithoutSomebodysOwnEngines() throws Exception {
        tree.environment("SOCIALFLOW_DATABASE_URL", "jdbc:postgresql://db/social");
        tree.start("train");
        assertThat(tree.path(".cache/logs/train.log"))
                .content()
                .contains("--socialflow.train=true", "database=\n")
                .doesNotContain("jdbc:postgresql");
    }

    @Test
    void showsWhyABuildFailed() throws Exception {
        tree.source("mistake");
        var outcome = tree.start("run", PORT);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.said())
                .contains("[ERROR] Program.java: mistake", "The build failed", "build.log")
                .doesNotContain("Help 1", "java ");
    }

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var outcome = tree.start("run", "--port=" + taken.getLocalPort());
            assertThat(outcome.exit()).isEqualTo(1);
            assertThat(outcome.said()).contains("Port %d is taken".formatted(taken.getLocalPort()), "--port=");
        }
    }

    @Test
    void saysThatTheDataDirectoryCannotBeMade() throws Exception {
        var outcome = tree.start("run", PORT, "--data=pom.xml/data");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.said()).contains("cannot be made", "--data=");
    }

    @Test
    void sumsUpWhatItFound() throws Exception {
        assertThat(tree.start("doctor", PORT).said())
                .contains("JDK", "25.0.1+8", "Maven", "3.9.9", "PostgreSQL", "embedded", "disk", "port", "program");
    }

    /** A library may call it otherwise one day, and sign-ins would cost twice as much in one start of several. */
    @Test
    void namesFunctionsToTheCompilerThatAreThere() throws Exception {
        var named = Pattern.compile("CompileCommand=inline,([\\w.$]+)::(\\w+)")
                .matcher(Files.readString(Path.of("..", "launcher", "program.sh")))
                .results()
                .toList();

        assertThat(named).isNotEmpty();
        for (var one : named) {
            assertThat(Class.forName(one.group(1)).getDeclaredMethods())
                    .as(one.group())
                    .extracting(Method::getName)
                    .contains(one.group(2));
        }
    }
}
