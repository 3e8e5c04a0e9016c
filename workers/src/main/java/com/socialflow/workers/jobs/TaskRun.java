package com.socialflow.workers.jobs;

import com.socialflow.workers.ffmpeg.MediaException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one task after another, and sees to what follows when one ends badly. */
class TaskRun {

    private static final Logger log = LoggerFactory.getLogger(TaskRun.class);

    private final Map<TaskKind, Step> steps = new EnumMap<>(TaskKind.class);
    private final Setbacks setbacks;
    private final Patience patience;
    private final WorkMetrics metrics;

    TaskRun(List<Step> steps, Setbacks setbacks, Patience patience, WorkMetrics metrics) {
        steps.forEach(step -> this.steps.put(step.kind(), step));
        this.setbacks = setbacks;
        this.patience = patience;
        this.metrics = metrics;
    }

    /** Never throws: whatever happens has an outcome. */
    TaskOutcome run(Held held) {
        var timing = metrics.begin();
        var outcome = outcome(held);
        metrics.ended(held.task(), outcome, timing);
        return outcome;
    }

    private TaskOutcome outcome(Held held) {
        try {
            var step = steps.get(held.task().kind());
            if (step == null || setbacks.beyondAttempts(held.task())) {
                log.error("{} is given up: its workers died over it", held.task());
                return fail(held, true, Failure.PROCESSING);
            }
            step.run(held);
            return TaskOutcome.DONE;
        } catch (LeaseLost e) {
            return TaskOutcome.STOPPED;
        } catch (Refusal e) {
            log.info("{} is refused: {} ({})", held.task(), e.failure().code(), e.getMessage());
            return refuse(held, e.failure());
        } catch (Throwable e) {
            if (held.stopped()) {
                return TaskOutcome.STOPPED;
            }
            log.warn("{} failed at attempt {}", held.task(), held.task().attempts(), e);
            if (e instanceof MediaException media && !media.worthRetrying()) {
                return fail(held, false, failure(media));
            }
            return fail(held, true, Failure.PROCESSING);
        }
    }

    private TaskOutcome refuse(Held held, Failure failure) {
        try {
            patience.write(held, () -> setbacks.refused(held.lease(), failure));
            return TaskOutcome.JOB_FAILED;
        } catch (RuntimeException e) {
            return unwritten(held, e);
        }
    }

    private static Failure failure(MediaException media) {
        return media.why() == MediaException.Cause.UNDECODABLE ? Failure.UNDECODABLE : Failure.PROCESSING;
    }

    private TaskOutcome fail(Held held, boolean mayPass, Failure failure) {
        try {
            return patience.write(held, () -> setbacks.failed(held.lease(), mayPass, failure));
        } catch (RuntimeException e) {
            return unwritten(held, e);
        }
    }

    /** The lease runs out, and another worker tries. */
    private static TaskOutcome unwritten(Held held, RuntimeException failure) {
        if (!(failure instanceof LeaseLost)) {
            log.warn("{}: what came of it could not be written", held.task(), failure);
        }
        return TaskOutcome.STOPPED;
    }
}
