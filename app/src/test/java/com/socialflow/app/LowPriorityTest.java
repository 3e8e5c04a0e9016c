package com.socialflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class LowPriorityTest {

    /** In proc(5)'s stat, counted from the one after the name, which may have spaces in it. */
    private static final int NICE_FIELD = 16;

    @Test
    void onlyTheThreadsOfTheNameGiveWay() throws Exception {
        var done = new CountDownLatch(1);
        var lowered = thread("made to yield", done);
        var untouched = thread("made to go on", done);
        try {
            LowPriority.lower("made to yield");

            assertThat(nice("made to yield")).isEqualTo(LowPriority.NICE);
            assertThat(nice("made to go on")).isZero();
        } finally {
            done.countDown();
            lowered.join();
            untouched.join();
        }
    }

    private static Thread thread(String name, CountDownLatch until) throws InterruptedException {
        var begun = new CountDownLatch(1);
        var thread = Thread.ofPlatform().name(name).start(() -> {
            begun.countDown();
            try {
                until.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        begun.await();
        return thread;
    }

    private static int nice(String thread) throws Exception {
        var id = LowPriority.threads(thread).getFirst();
        var stat = Files.readString(Path.of("/proc/self/task", id, "stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[NICE_FIELD]);
    }
}
