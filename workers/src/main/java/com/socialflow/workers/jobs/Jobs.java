package com.socialflow.workers.jobs;

import com.socialflow.core.VideoId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes of tasks. Each method that takes a lease writes everything or, when the lease is lost, throws
 * {@link LeaseLost} and writes nothing.
 */
class Jobs {

    /** Seconds of a core that it takes to write the last playlists, to weigh it in the progress. */
    static final double FINISH_COST = 0.2;

    /** Smaller steps are not worth an event. */
    private static final double PROGRESS_STEP_MIN = 0.005;

    /** Only a job's end makes it whole. */
    private static final double PROGRESS_MAX = 0.99;

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(1);

    private final JobStore jobs;
    private final TaskStore tasks;
    private final Queueing queueing;
    private final WorkEvents events;
    private final Clock clock;

    Jobs(JobStore jobs, TaskStore tasks, Queueing queueing, WorkEvents events, Clock clock) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.queueing = queueing;
        this.events = events;
        this.clock = clock;
    }

    /** The job of a task that is held. */
    Job of(Task task) {
        return jobs.find(task.video(), task.generation()).filter(Job::active).orElseThrow(() -> new LeaseLost(task));
    }

    /** What the tasks of a job left so far. */
    List<TaskStore.Result> results(Task task) {
        return tasks.results(task.video(), task.generation());
    }

    /** Whether no ladder of any job waits or is being made: the next one would begin at once. */
    boolean ladderIsFree() {
        return !tasks.anyOpen(TaskKind.LADDER);
    }

    /** The source is a video: queues the rest of the work. */
    @Transactional
    public void inspected(Lease lease, Outlook outlook) {
        var job = locked(lease);
        held(tasks.finish(lease, "{}"), lease);
        jobs.plan(job.video(), job.generation(), outlook.facts(), outlook.cost());
        outlook.tasks().forEach(task -> queueing.add(job.video(), job.generation(), task));
        events.inspected(job, outlook);
    }

    /**
     * A task is done: queues what follows it, and after the last one what ends the job.
     *
     * @param result what the end of the job needs of it, as JSON
     * @param next its successor, if it has one
     */
    @Transactional
    public void done(Lease lease, String result, Optional<NewTask> next) {
        var job = locked(lease);
        held(tasks.finish(lease, result), lease);
        next.ifPresent(task -> queueing.add(job.video(), job.generation(), task));
        if (tasks.open(job.video(), job.generation()) == 0) {
            queueing.add(job.video(), job.generation(), new NewTask(TaskKind.FINISH, 0, FINISH_COST));
        }
    }

    /** Lets the job's other tasks know what this one has so far, as JSON. */
    @Transactional
    public void note(Lease lease, String soFar) {
        locked(lease);
        held(tasks.note(lease, soFar), lease);
    }

    /** People can play it from now on; nothing when they could before. */
    @Transactional
    public void playable(Lease lease, String hlsKey) {
        var job = locked(lease);
        held(tasks.holds(lease), lease);
        if (!job.playable()) {
            jobs.playable(job.video(), job.generation(), clock.instant());
            var poster = Results.picture(results(lease.task()), TaskKind.POSTER).orElse("");
            events.playable(job, hlsKey, poster);
        }
    }

    /** Its poster is stored. What is played already is told of again, for the poster's sake. */
    @Transactional
    public void pictured(Lease lease, String result, String hlsKey, String posterKey) {
        var job = locked(lease);
        done(lease, result, Optional.empty());
        if (job.playable()) {
            events.playable(job, hlsKey, posterKey);
        }
    }

    /** Everything is stored: ends the job. */
    @Transactional
    public void ready(Lease lease, Published published) {
        var job = locked(lease);
        held(tasks.finish(lease, "{}"), lease);
        jobs.end(job.video(), job.generation(), JobState.READY, clock.instant());
        queueing.dropTasks(job.video(), job.generation());
        events.ready(job, published);
    }

    /** Outputs of a video that is gone are removed. */
    @Transactional
    public void removed(Lease lease) {
        held(tasks.delete(lease), lease);
    }

    /** Tells how far a job is, if that is worth an event: at most one a second, never less than before. */
    @Transactional
    public void progress(VideoId video, int generation) {
        var job = jobs.find(video, generation).filter(Job::active).orElse(null);
        if (job == null || job.cost() == 0) {
            return;
        }
        var progress = Math.min(PROGRESS_MAX, tasks.costDone(video, generation) / job.cost());
        var now = clock.instant();
        if (jobs.progress(video, generation, progress, PROGRESS_STEP_MIN, now.minus(PROGRESS_EVERY), now)) {
            events.progressed(video, generation, progress);
        }
    }

    private Job locked(Lease lease) {
        var task = lease.task();
        return jobs.findForUpdate(task.video(), task.generation())
                .filter(Job::active)
                .orElseThrow(() -> new LeaseLost(task));
    }

    private static void held(boolean written, Lease lease) {
        if (!written) {
            throw new LeaseLost(lease.task());
        }
    }
}
