package com.socialflow.workers.jobs;

import com.socialflow.core.Ids;
import com.socialflow.platform.messaging.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The durable queue, without anybody who works on it. */
@Configuration(proxyBeanMethods = false)
@Import({JobStore.class, TaskStore.class})
class QueueConfiguration {

    @Bean
    static Signals signals() {
        return new Signals();
    }

    @Bean
    static Queueing queueing(TaskStore tasks, Signals signals, Ids ids, Clock clock, WorkSettings settings) {
        return new Queueing(tasks, signals, ids, clock, settings.lease());
    }

    @Bean
    static TaskQueue taskQueue(TaskStore tasks, Ids ids, Clock clock, WorkSettings settings) {
        return new TaskQueue(tasks, ids, clock, settings.lease());
    }

    @Bean
    static WorkEvents workEvents(Outbox outbox) {
        return new WorkEvents(outbox);
    }

    @Bean
    static Arrivals arrivals(JobStore jobs, Queueing queueing, Signals signals, Clock clock) {
        return new Arrivals(jobs, queueing, signals, clock);
    }

    @Bean
    static VideoEvents videoEvents(Arrivals arrivals) {
        return new VideoEvents(arrivals);
    }

    @Bean
    static Jobs jobs(JobStore jobs, TaskStore tasks, Queueing queueing, WorkEvents events, Clock clock) {
        return new Jobs(jobs, tasks, queueing, events, clock);
    }

    @Bean
    static Setbacks.Surroundings setbackSurroundings(
            Signals signals, Clock clock, RandomGenerator random, WorkSettings settings) {
        return new Setbacks.Surroundings(signals, clock, random, settings.attempts());
    }

    @Bean
    static Setbacks setbacks(
            JobStore jobs,
            TaskStore tasks,
            Jobs outcomes,
            Queueing queueing,
            WorkEvents events,
            Setbacks.Surroundings around) {
        return new Setbacks(jobs, tasks, outcomes, queueing, events, around);
    }

    @Bean
    static WorkMetrics workMetrics(MeterRegistry registry, TaskStore tasks, Clock clock) {
        return new WorkMetrics(registry, tasks, clock);
    }
}
