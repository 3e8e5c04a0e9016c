package com.socialflow.workers.jobs;

import com.socialflow.core.VideoId;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Sources that come and videos that go. Both may be told of more than once. */
class Arrivals {

    /** Seconds of a core that an inspection takes, to weigh it in the progress of its job. */
    static final double INSPECTION_COST = 0.5;

    private final JobStore jobs;
    private final Queueing queueing;
    private final Signals signals;
    private final Clock clock;

    Arrivals(JobStore jobs, Queueing queueing, Signals signals, Clock clock) {
        this.jobs = jobs;
        this.queueing = queueing;
        this.signals = signals;
        this.clock = clock;
    }

    /** Begins work on a source. A newer one ends work on those before it; an older or known one changes nothing. */
    @Transactional
    public void accept(VideoId video, int generation, String sourceKey, long sourceBytes) {
        var known = jobs.allForUpdate(video);
        if (known.stream().anyMatch(job -> job.generation() >= generation)) {
            return;
        }
        for (var older : known) {
            drop(older);
            queueing.removal(video, older.generation());
        }
        if (jobs.insert(video, generation, sourceKey, sourceBytes, clock.instant())) {
            queueing.add(video, generation, new NewTask(TaskKind.INSPECT, 0, INSPECTION_COST));
        }
    }

    /** Ends all work on a video and removes what was made of it. */
    @Transactional
    public void delete(VideoId video) {
        jobs.allForUpdate(video).forEach(this::drop);
        queueing.removal(video, Queueing.EVERY_GENERATION);
    }

    private void drop(Job job) {
        if (job.active()) {
            jobs.end(job.video(), job.generation(), JobState.CANCELLED, clock.instant());
            queueing.dropTasks(job.video(), job.generation());
            signals.jobDropped(job.video(), job.generation());
        }
    }
}
