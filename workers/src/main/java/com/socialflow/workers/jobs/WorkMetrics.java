package com.socialflow.workers.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators see of the queue. */
class WorkMetrics {

    private static final Logger log = LoggerFactory.getLogger(WorkMetrics.class);

    private final MeterRegistry registry;
    private final TaskStore tasks;
    private final Clock clock;
    private final Map<TaskKind, AtomicLong> waiting = new EnumMap<>(TaskKind.class);
    private final AtomicLong oldestMillis = new AtomicLong();

    WorkMetrics(MeterRegistry registry, TaskStore tasks, Clock clock) {
        this.registry = registry;
        this.tasks = tasks;
        this.clock = clock;
        for (var kind : TaskKind.values()) {
            waiting.put(kind, gauge("socialflow.workers.waiting", kind));
        }
        registry.gauge("socialflow.workers.waiting.oldest.seconds", oldestMillis, millis -> millis.get() / 1e3);
    }

    private AtomicLong gauge(String name, TaskKind kind) {
        var number = new AtomicLong();
        registry.gauge(name, Tags.of("kind", kind.text()), number);
        return number;
    }

    Timer.Sample begin() {
        return Timer.start(registry);
    }

    /** A task has ended in this process: a timer by kind and outcome, and one line in the log. */
    void ended(Task task, TaskOutcome outcome, Timer.Sample began) {
        var nanos = began.stop(Timer.builder("socialflow.workers.task")
                .description("Tasks by kind and outcome, and how long they took")
                .tag("kind", task.kind().text())
                .tag("outcome", outcome.text())
                .register(registry));
        log.info(
                "task {} of video {} generation {}, chunk {}, attempt {}: {} after {} ms",
                task.kind().text(),
                task.video(),
                task.generation(),
                task.chunk(),
                task.attempts(),
                outcome.text(),
                TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    /** Looks how much waits for a slot, and for how long. */
    void look() {
        var now = clock.instant();
        var depths = tasks.depths(now);
        waiting.forEach((kind, number) -> number.set(depths.stream()
                .filter(depth -> depth.kind() == kind)
                .mapToInt(TaskStore.Depth::tasks)
                .sum()));
        var oldest = 0L;
        for (var depth : depths) {
            oldest = Math.max(oldest, Duration.between(depth.oldest(), now).toMillis());
        }
        oldestMillis.set(oldest);
    }
}
