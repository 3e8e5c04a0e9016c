package com.socialflow.analytics.archive;

import com.socialflow.analytics.recent.RecentPlays;
import com.socialflow.platform.EngineAddresses;
import com.socialflow.platform.InstanceName;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.storage.ObjectStorage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The archiver at work on a Kafka, until it is closed. */
public final class RunningArchiver implements AutoCloseable {

    private final Archive archive;
    private final Recurring recurring = new Recurring();

    private record OnlyKafka(String bootstrap) implements EngineAddresses {

        @Override
        public DatabaseAddress database() {
            throw new IllegalStateException("the archiver asks for none");
        }

        @Override
        public RedisAddress redis() {
            throw new IllegalStateException("the archiver asks for none");
        }

        @Override
        public String kafka(Duration patience) {
            return bootstrap;
        }
    }

    public RunningArchiver(String kafka, ObjectStorage storage, RecentPlays recent, Clock clock) {
        archive = new Archive(storage);
        new Archiver(new OnlyKafka(kafka), new InstanceName("archiver-at-work"), archive, recent, clock, recurring);
        recurring.start();
    }

    /** How many beacons and impressions are in files, of those that were received in the span. */
    public long archived(Instant from, Instant to) {
        var count = new AtomicLong();
        archive.read(from, to, _ -> count.incrementAndGet());
        archive.readImpressions(from, to, _ -> count.incrementAndGet());
        return count.get();
    }

    @Override
    public void close() {
        recurring.stop();
    }
}
