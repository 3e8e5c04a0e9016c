package com.socialflow.social.polls;

import com.socialflow.platform.messaging.Outbox;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.proto.social.v1.PollEnded;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells of each poll once that all its votes are in, whichever process looks and however often it is killed. */
@Component
class PollEnds {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Bounds a round's transaction to some milliseconds. */
    private static final int BATCH = 200;

    private final PollStore store;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PollEnds(PollStore store, Outbox outbox, TransactionTemplate transactions, Clock clock, Recurring recurring) {
        this.store = store;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
        recurring.every(PAUSE, "poll-ends", this::end);
    }

    void end() {
        Integer ended;
        do {
            ended = transactions.execute(_ -> {
                var polls = store.end(clock.instant(), BATCH);
                polls.forEach(poll -> outbox.append(PollEnded.newBuilder()
                        .setAuthor(poll.author().value())
                        .setPost(poll.post().value())
                        .build()));
                return polls.size();
            });
        } while (ended != null && ended == BATCH && !Thread.currentThread().isInterrupted());
    }
}
