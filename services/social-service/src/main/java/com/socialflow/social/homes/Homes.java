package com.socialflow.social.homes;

import com.socialflow.core.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The home timelines that stand ready in Redis: those of people who have read theirs lately. */
@Component
public class Homes {

    /** Entries of one that is built. */
    public static final int ENTRIES_MAX = 120;

    /** So many more come before it is cut to that many again: a cut costs as much as some twenty deliveries. */
    static final int ROOM = 40;

    /** Who has not read for longer has a home built when coming back. */
    private static final Duration KEPT = Duration.ofDays(7);

    /** Reading what a home is built from takes far less. */
    private static final Duration BUILT_WITHIN = Duration.ofSeconds(10);

    /** Of one script, so that it does not keep Redis from others for long. */
    static final int DROPPED_MAX = 500;

    private static final Logger log = LoggerFactory.getLogger(Homes.class);

    private final HomeRedis redis;
    private final RandomGenerator random;
    private final HomeSettings settings;
    private final Clock clock;

    Homes(HomeRedis redis, RandomGenerator random, HomeSettings settings, Clock clock) {
        this.redis = redis;
        this.random = random;
        this.settings = settings;
        this.clock = clock;
    }

    /** What there is of this person's; reading keeps it. */
    public ReadyHome read(AccountId reader) {
        try {
            var found = redis.run(
                    Script.READ,
                    epoch -> Stream.of(key(epoch, reader), deliveredKey(epoch), readKey(epoch)),
                    List.of(Long.toString(KEPT.toSeconds()), now()));
            return read(found.subList(1, found.size()), Long.parseLong(found.getFirst()));
        } catch (DataAccessException e) {
            log.warn("home timelines are read from the database: {}", e.toString());
            return ReadyHome.AWAY;
        }
    }

    private static ReadyHome read(List<String> members, long delivered) {
        if (members.isEmpty()) {
            return new ReadyHome(ReadyHome.State.MISSING, List.of(), false, delivered);
        }
        var end = members.getLast();
        if (end.startsWith(Members.BUILDING)) {
            return new ReadyHome(ReadyHome.State.BUILDING, List.of(), false, delivered);
        }
        return new ReadyHome(ReadyHome.State.READY, Members.entries(members), end.equals(Members.COMPLETE), delivered);
    }

    /** A mark to build this person's with, unless somebody does already. What is delivered from now on is kept. */
    public Optional<String> begin(AccountId reader) {
        var mark = Members.BUILDING + Long.toHexString(random.nextLong());
        var begun = redis.run(
                Script.BEGIN,
                epoch -> Stream.of(key(epoch, reader)),
                List.of(mark, Long.toString(BUILT_WITHIN.toMillis())));
        return begun.getFirst().equals("1") ? Optional.of(mark) : Optional.empty();
    }

    /**
     * Puts in what was read from the database after {@link #begin}, unless the home was dropped meanwhile.
     *
     * @param entries the newest {@link #ENTRIES_MAX}, or all there are
     */
    public void finish(AccountId reader, String mark, List<HomeEntry> entries, boolean complete) {
        var arguments = new ArrayList<>(
                List.of(mark, Long.toString(KEPT.toSeconds()), now(), Integer.toString(settings.kept())));
        entries.forEach(entry -> arguments.add(Members.member(entry)));
        arguments.add(complete || entries.isEmpty() ? Members.COMPLETE : Members.endAfter(entries.getLast()));
        redis.run(Script.FINISH, epoch -> Stream.of(key(epoch, reader), readKey(epoch)), arguments);
    }

    /**
     * Forgets this person's after the running transaction has committed, or at once: whom the person reads is another
     * than before. The next reading builds it.
     */
    public void forget(AccountId reader) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            tryToDrop(reader);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tryToDrop(reader);
            }
        });
    }

    /** The event of the change brings it about later. */
    private void tryToDrop(AccountId reader) {
        try {
            drop(List.of(reader));
        } catch (DataAccessException e) {
            log.info("a home timeline is forgotten later: {}", e.toString());
        }
    }

    void drop(Collection<AccountId> readers) {
        var all = List.copyOf(readers);
        for (var from = 0; from < all.size(); from += DROPPED_MAX) {
            var some = all.subList(from, Math.min(all.size(), from + DROPPED_MAX));
            redis.run(
                    Script.DROP,
                    epoch -> Stream.concat(
                            Stream.of(readKey(epoch)), some.stream().map(reader -> key(epoch, reader))),
                    List.of());
        }
    }

    /** Adds the entries to those of these homes that there are. Gives the deliveries, which are under way. */
    Delivery add(List<AccountId> readers, List<HomeEntry> entries) {
        var arguments = new ArrayList<>(List.of(Integer.toString(ENTRIES_MAX), Integer.toString(ENTRIES_MAX + ROOM)));
        entries.forEach(entry -> arguments.add(Members.member(entry)));
        HomeRedis.Keys keys = epoch -> readers.stream().map(reader -> key(epoch, reader));
        var started = redis.start(Script.ADD, keys, arguments);
        return () -> redis.finish(started, Script.ADD, keys, arguments);
    }

    /** Entries on their way into homes. */
    interface Delivery {

        /** Waits until they are there. */
        void await();
    }

    void deliveredBefore(Instant time) {
        redis.run(
                Script.DELIVERED, epoch -> Stream.of(deliveredKey(epoch)), List.of(Long.toString(time.toEpochMilli())));
    }

    private static final String PREFIX = "homes:";

    private static String key(String epoch, AccountId reader) {
        return PREFIX + shortened(epoch) + ":" + reader;
    }

    private static String deliveredKey(String epoch) {
        return PREFIX + shortened(epoch) + ":delivered";
    }

    /** All homes by when they were read, so that those go first that nobody reads. */
    private static String readKey(String epoch) {
        return PREFIX + shortened(epoch) + ":read";
    }

    private String now() {
        return Long.toString(clock.millis());
    }

    /** Enough to tell epochs apart: its end is random. */
    private static String shortened(String epoch) {
        return epoch.substring(Math.max(0, epoch.length() - 8));
    }
}
