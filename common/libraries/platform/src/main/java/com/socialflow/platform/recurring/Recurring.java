package com.socialflow.platform.recurring;

import static com.socialflow.core.Require.require;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.SmartLifecycle;

/** Runs pieces of work again and again, from when the program has started until it stops. */
public class Recurring implements SmartLifecycle {

    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    private final List<Round> rounds = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    /**
     * Runs the work, then again after each pause or as soon as it is woken. A throw is logged and changes nothing.
     *
     * @param name of the thread
     * @param work looks at {@link Thread#isInterrupted} when it takes long
     */
    public Round every(Duration pause, String name, Runnable work) {
        require(pause.isPositive(), "a pause is longer than nothing");
        var round = new Round(name, pause, work);
        rounds.add(round);
        if (running) {
            round.start();
        }
        return round;
    }

    @Override
    public void start() {
        running = true;
        rounds.forEach(Round::start);
    }

    @Override
    public void stop() {
        running = false;
        rounds.forEach(Round::interrupt);
        rounds.forEach(round -> round.join(STOP_MAX));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
