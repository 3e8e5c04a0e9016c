package com.socialflow.user.audit;

import com.socialflow.platform.recurring.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Signs the head of the tree every minute in which it grew, and when the program stops. Each is logged too: who keeps
 * the log elsewhere can prove later what the tree was.
 */
@Component
class Checkpoints implements SmartLifecycle {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);

    private final AuditStore store;
    private final CheckpointKeys keys;
    private final Clock clock;
    private volatile boolean running;

    Checkpoints(AuditStore store, CheckpointKeys keys, Clock clock, Recurring recurring) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        recurring.every(PERIOD, "audit-checkpoint", this::round);
    }

    private void round() {
        keys.renew();
        sign();
    }

    /** Signs the tree as it is, unless that was done. */
    void sign() {
        var tree = store.frontier();
        if (tree.size() <= store.checkpointed()) {
            return;
        }
        var head = tree.head();
        var note = keys.sign(tree.size(), head);
        if (store.insertCheckpoint(tree.size(), note, clock.instant())) {
            log.info(
                    "audit checkpoint: {} entries, head {}",
                    tree.size(),
                    HexFormat.of().formatHex(head));
        }
    }

    /** The newest one. */
    Optional<String> latest() {
        return store.checkpoint();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            sign();
        } catch (RuntimeException e) {
            // The next start signs it.
            log.warn("no audit checkpoint at stop: {}", e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After whatever appends to the tree has stopped. */
    @Override
    public int getPhase() {
        return 0;
    }
}
