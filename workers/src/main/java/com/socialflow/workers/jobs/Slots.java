package com.socialflow.workers.jobs;

import com.socialflow.core.VideoId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;

/**
 * The bounded number of tasks that this process works on at once. They are taken as soon as there is room, each on a
 * virtual thread; their leases are extended with every beat, and a task whose lease is lost is stopped.
 */
class Slots implements SmartLifecycle, Signals.Listener {

    /**
     * Much more often than a lease needs: the same statement brings progress out and the news in that a video was
     * deleted, which must stop ffmpeg within two seconds in any process.
     */
    static final Duration BEAT = Duration.ofSeconds(1);

    /** How soon a lease that could not be extended stops its task. Apart from the beat, which may hang. */
    static final Duration WATCH = Duration.ofMillis(500);

    /** Tasks that are told to stop get so long before their leases are given back. */
    private static final Duration STOP_MAX = Duration.ofMillis(1_500);

    private static final Logger log = LoggerFactory.getLogger(Slots.class);

    /**
     * How many tasks there may be at once.
     *
     * @param lengthy how many of them may be of a kind that takes long
     * @param usable whether this process can do tasks at all
     */
    record Room(int slots, int lengthy, BooleanSupplier usable) {}

    private final String holder;
    private final Room room;
    private final TaskQueue queue;
    private final TaskRun taskRun;
    private final Jobs jobs;
    private final Clock clock;

    private final Map<Held, Thread> running = new ConcurrentHashMap<>();
    private volatile Runnable look = () -> {};
    private volatile boolean open;
    private volatile boolean away;

    Slots(String holder, Room room, TaskQueue queue, TaskRun taskRun, Jobs jobs, Clock clock) {
        this.holder = holder;
        this.room = room;
        this.queue = queue;
        this.taskRun = taskRun;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What to do when there is room or work, soon: {@link #fill}. */
    void onRoom(Runnable look) {
        this.look = look;
    }

    @Override
    public void workAdded() {
        look.run();
    }

    @Override
    public void jobDropped(VideoId video, int generation) {
        running.keySet().stream().filter(held -> held.of(video, generation)).forEach(Held::stop);
    }

    /** Takes tasks until there is no room or nothing waits. */
    void fill() {
        try {
            while (open && running.size() < room.slots() && room.usable().getAsBoolean()) {
                var lease = queue.claim(holder, lengthy() < room.lengthy()).orElse(null);
                away = false;
                if (lease == null) {
                    return;
                }
                begin(new Held(lease, clock));
            }
        } catch (DataAccessException e) {
            // Once: this comes back several times a second until the database does.
            if (!away) {
                log.warn("no tasks are taken until the database answers: {}", cause(e));
            }
            away = true;
        }
    }

    private long lengthy() {
        return running.keySet().stream()
                .filter(held -> held.task().kind().lengthy())
                .count();
    }

    private void begin(Held held) {
        var thread = Thread.ofVirtual().name("task-" + held.task()).unstarted(() -> work(held));
        synchronized (running) {
            if (open) {
                running.put(held, thread);
                held.begin(thread);
                thread.start();
                return;
            }
        }
        queue.giveBack(held.lease());
    }

    private void work(Held held) {
        try {
            taskRun.run(held);
        } finally {
            held.end();
            running.remove(held);
            look.run();
        }
    }

    /** Extends every lease and tells how far their jobs are. */
    void beat() {
        var moved = new HashSet<Task>();
        for (var held : List.copyOf(running.keySet())) {
            try {
                var longer = queue.extend(held.lease(), held.progress()).orElse(null);
                if (longer == null) {
                    stopIfRunning(held);
                } else {
                    held.extended(longer);
                    moved.add(held.task());
                }
            } catch (RuntimeException e) {
                log.warn("the lease of {} could not be extended: {}", held.task(), cause(e));
            }
        }
        moved.forEach(task -> jobs.progress(task.video(), task.generation()));
    }

    /** Without the statement, which fills pages. */
    private static String cause(RuntimeException e) {
        return e instanceof NestedRuntimeException nested
                ? nested.getMostSpecificCause().toString()
                : e.toString();
    }

    private void stopIfRunning(Held held) {
        if (running.containsKey(held) && !held.isEnding()) {
            log.info("{} is stopped: its lease is lost", held.task());
            held.stop();
        }
    }

    /** Stops tasks whose leases have run out before they could be extended. */
    void watch() {
        var now = clock.instant();
        for (var held : running.keySet()) {
            if (!held.stopped() && !held.isEnding() && held.expired(now)) {
                log.warn("{} is stopped: its lease has run out", held.task());
                held.stop();
            }
        }
    }

    /** Tasks that this process works on at this moment. */
    int busy() {
        return running.size();
    }

    @Override
    public void start() {
        open = true;
    }

    /** Stops every task and gives its lease back, so that others go on at once. */
    @Override
    public void stop() {
        Map<Held, Thread> stopped;
        synchronized (running) {
            open = false;
            stopped = Map.copyOf(running);
        }
        stopped.keySet().forEach(Held::stop);
        var deadline = System.nanoTime() + STOP_MAX.toNanos();
        for (var thread : stopped.values()) {
            join(thread, Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
        for (var held : stopped.keySet()) {
            try {
                queue.giveBack(held.lease());
            } catch (RuntimeException e) {
                log.warn("{} comes back when its lease ends: {}", held.task(), e.toString());
            }
        }
    }

    private static void join(Thread thread, Duration most) {
        try {
            thread.join(most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
