package com.socialflow.social.live;

import com.socialflow.core.AccountId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One open stream of a person. One thread reads it; others tell it. */
final class LiveStream implements AutoCloseable {

    /** What its reader learns. */
    sealed interface News {
        /** Something happened. */
        record Event(LiveMessage message) implements News {}

        /** The session ended, or this process stops. */
        record Over() implements News {}

        /** Nothing so far. */
        record Nothing() implements News {}
    }

    /** What others leave for the reader. */
    private sealed interface Signal {
        record Sent(LiveMessage message) implements Signal {}

        /** Something was missed: it is read from the backlog. */
        record Behind() implements Signal {}

        record End() implements Signal {}
    }

    /** Of a reader that is slower than its news: it reads the rest from the backlog. */
    private static final int WAITING_MAX = 100;

    private final AccountId person;
    private final String session;
    private final LiveStreams streams;
    private final ArrayBlockingQueue<Signal> waiting = new ArrayBlockingQueue<>(WAITING_MAX + 1);
    private boolean behind;
    private volatile boolean over;

    // The reader's alone.
    private final ArrayDeque<LiveMessage> replay = new ArrayDeque<>();
    private long last;
    private long replayedThrough;

    LiveStream(AccountId person, String session, LiveStreams streams) {
        this.person = person;
        this.session = session;
        this.streams = streams;
    }

    AccountId person() {
        return person;
    }

    String session() {
        return session;
    }

    /** Before the first news: what the client missed since that id, or that nothing is known of it. */
    void begin(OptionalLong after) {
        catchUp(after);
        if (replay.isEmpty()) {
            replay.add(LiveMessage.ready(last));
        }
    }

    /** Waits at most so long. */
    News next(Duration most) throws InterruptedException {
        while (true) {
            var missed = replay.poll();
            if (missed != null) {
                last = missed.id();
                return new News.Event(missed);
            }
            @Nullable Signal signal = over ? new Signal.End() : waiting.poll(most.toMillis(), TimeUnit.MILLISECONDS);
            switch (signal) {
                case null -> {
                    return new News.Nothing();
                }
                case Signal.End() -> {
                    return new News.Over();
                }
                case Signal.Behind() -> {
                    caughtUp();
                    catchUp(OptionalLong.of(last));
                }
                case Signal.Sent(var message) -> {
                    if (message.id() > replayedThrough) {
                        last = message.id();
                        return new News.Event(message);
                    }
                }
            }
        }
    }

    private void catchUp(OptionalLong after) {
        var missed = streams.missed(person, after);
        if (missed.lost()) {
            replay.add(LiveMessage.reset(missed.newest()));
        } else {
            replay.addAll(missed.messages());
        }
        last = missed.newest();
        replayedThrough = missed.newest();
    }

    synchronized void tell(LiveMessage message) {
        if (!behind && waiting.size() < WAITING_MAX) {
            waiting.add(new Signal.Sent(message));
        } else {
            fallBehind();
        }
    }

    /** Something may have been missed. */
    synchronized void fallBehind() {
        if (!behind) {
            behind = true;
            waiting.clear();
            waiting.add(new Signal.Behind());
        }
    }

    private synchronized void caughtUp() {
        behind = false;
    }

    /** No news will follow. */
    synchronized void end() {
        over = true;
        waiting.clear();
        waiting.add(new Signal.End());
    }

    @Override
    public void close() {
        streams.close(this);
    }
}
