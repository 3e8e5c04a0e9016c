package com.socialflow.workers.jobs;

import com.socialflow.platform.InstanceName;
import com.socialflow.platform.PlatformSettings;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.recurring.Round;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.workers.inspect.InspectionLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;

/** The durable queue and the slots that work on it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkSettings.class)
@Import(QueueConfiguration.class)
public class JobsConfiguration {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(30);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    /** How long people may ask what became of an upload. */
    private static final Duration JOBS_KEPT = Duration.ofDays(30);

    /** Of one round, so that it locks nothing for long. */
    private static final int FORGOTTEN_MAX = 1_000;

    @Bean
    static Patience patience() {
        return new Patience();
    }

    @Bean
    static MediaTools mediaTools(WorkSettings settings, PlatformSettings platform, Clock clock) {
        var common = InspectionLimits.DEFAULT;
        var limits =
                new InspectionLimits(settings.durationMax(), common.sideMin(), common.sideMax(), common.pixelsMax());
        return new MediaTools(settings.ffmpegUnder(platform.data()), limits, clock);
    }

    @Bean
    static Sources sources(ObjectStorage storage, MediaTools tools, Clock clock, WorkSettings settings) {
        return new Sources(storage, tools, clock, settings.spare().toBytes());
    }

    @Bean
    static Step inspectStep(MediaTools tools, Sources sources, Jobs jobs, Patience patience, WorkSettings settings) {
        return new InspectStep(tools, sources, jobs, patience, settings);
    }

    @Bean
    static Step openingStep(
            MediaTools tools, Sources sources, ObjectStorage storage, Jobs jobs, Patience patience, Clock clock) {
        return new OpeningStep(tools, sources, storage, jobs, patience, clock);
    }

    @Bean
    static Step audioStep(
            MediaTools tools, Sources sources, ObjectStorage storage, Jobs jobs, Patience patience, Clock clock) {
        return new AudioStep(tools, sources, storage, jobs, patience, clock);
    }

    @Bean
    static Step ladderStep(
            MediaTools tools, Sources sources, ObjectStorage storage, Jobs jobs, Patience patience, Clock clock) {
        return new LadderStep(tools, sources, storage, jobs, patience, clock);
    }

    @Bean
    static Step posterStep(MediaTools tools, Sources sources, ObjectStorage storage, Jobs jobs, Patience patience) {
        return new PosterStep(tools, sources, storage, jobs, patience);
    }

    @Bean
    static Step storyboardStep(MediaTools tools, Sources sources, ObjectStorage storage, Jobs jobs, Patience patience) {
        return new StoryboardStep(tools, sources, storage, jobs, patience);
    }

    @Bean
    static Step finishStep(ObjectStorage storage, Jobs jobs, Patience patience) {
        return new FinishStep(storage, jobs, patience);
    }

    @Bean
    static Step removalStep(ObjectStorage storage, Jobs jobs, Patience patience) {
        return new RemovalStep(storage, jobs, patience);
    }

    @Bean
    static TaskRun taskRun(List<Step> steps, Setbacks setbacks, Patience patience, WorkMetrics metrics) {
        return new TaskRun(steps, setbacks, patience, metrics);
    }

    @Bean
    static Slots.Room room(WorkSettings settings, MediaTools tools) {
        var cores = Runtime.getRuntime().availableProcessors();
        return new Slots.Room(settings.slotsOf(cores), settings.lengthyOf(cores), tools::ready);
    }

    /** Gives its leases back before the rounds stop: a claim that is cut short would be missed for a lease's time. */
    @Bean
    @DependsOn("recurring")
    static Slots slots(
            InstanceName instance, Slots.Room room, TaskQueue queue, TaskRun taskRun, Jobs jobs, Clock clock) {
        return new Slots(instance.value(), room, queue, taskRun, jobs, clock);
    }

    @Bean
    static Round fillRound(Recurring recurring, Slots slots, Signals signals, WorkSettings settings) {
        var round = recurring.every(settings.poll(), "workers-fill", slots::fill);
        slots.onRoom(round::wake);
        signals.listen(slots);
        return round;
    }

    @Bean
    static Round beatRound(Recurring recurring, Slots slots) {
        return recurring.every(Slots.BEAT, "workers-beat", slots::beat);
    }

    @Bean
    static Round watchRound(Recurring recurring, Slots slots) {
        return recurring.every(Slots.WATCH, "workers-watch", slots::watch);
    }

    @Bean
    static Round lookRound(Recurring recurring, WorkMetrics metrics) {
        return recurring.every(LOOK_EVERY, "workers-look", metrics::look);
    }

    @Bean
    static Round sweepRound(Recurring recurring, Sources sources) {
        return recurring.every(SWEEP_EVERY, "workers-sources", sources::removeIdle);
    }

    @Bean
    static Round forgetRound(Recurring recurring, JobStore jobs, Clock clock) {
        return recurring.every(
                FORGET_EVERY,
                "workers-forget",
                () -> jobs.forgetEndedBefore(clock.instant().minus(JOBS_KEPT), FORGOTTEN_MAX));
    }
}
