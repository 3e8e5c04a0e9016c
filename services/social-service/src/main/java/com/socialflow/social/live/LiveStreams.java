package com.socialflow.social.live;

import com.socialflow.core.AccountId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.auth.RevokedSessions;
import com.socialflow.platform.recurring.Recurring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells people what happens while they look. Every process hears of every event through Redis and tells those whose
 * streams are here. While Redis is away, each process still tells its own.
 */
@Component
public class LiveStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);

    /** Bounds what Redis keeps of one event: a post with everything has 60 KB. */
    private static final int DATA_MAX = 256 * 1024;

    /** Of so many people it is worth while to ask first whether those who look are fewer. */
    private static final int MANY = 50;

    /** Often enough that {@link Backlog#KEPT} never ends before a stream does. */
    private static final Duration STAY_EVERY = Duration.ofMinutes(1);

    /** A session that ended is told of within a second by {@link RevokedSessions}. */
    private static final Duration LOOK_FOR_ENDED = Duration.ofSeconds(1);

    private final Backlog backlog;
    private final LiveChannel channel;
    private final OpenStreams open;
    private final RevokedSessions revoked;
    private final JsonMapper json;

    LiveStreams(
            Backlog backlog,
            LiveChannel channel,
            OpenStreams open,
            RevokedSessions revoked,
            JsonMapper json,
            Recurring recurring) {
        this.backlog = backlog;
        this.channel = channel;
        this.open = open;
        this.revoked = revoked;
        this.json = json;
        channel.listen(open);
        recurring.every(STAY_EVERY, "live-stay", this::stay);
        recurring.every(LOOK_FOR_ENDED, "live-ended", this::endRevoked);
    }

    /**
     * Tells those of the people who look, in whatever process; costs next to nothing for the others. Inside a
     * transaction, after its commit. What does not arrive is lost: the lists that clients load are the truth.
     */
    public void send(Collection<AccountId> to, LiveEvent event) {
        if (to.isEmpty()) {
            return;
        }
        var data = json.writeValueAsString(event.data());
        if (data.length() > DATA_MAX) {
            log.warn("a live event {} of {} characters is not sent", event.name(), data.length());
            return;
        }
        var people = List.copyOf(to);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            sendNow(people, event.name(), data);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sendNow(people, event.name(), data);
            }
        });
    }

    /** Who of them looks, or looked until some minutes ago: costly events can be made for these alone. */
    public Set<AccountId> watching(Collection<AccountId> people) {
        var found = new HashSet<AccountId>();
        try {
            var all = people.size() < MANY ? Optional.<Set<AccountId>>empty() : backlog.allWatching(people.size());
            if (all.isPresent()) {
                people.stream().filter(all.get()::contains).forEach(found::add);
                return found;
            }
            for (var some : parts(people)) {
                found.addAll(backlog.watching(some));
            }
        } catch (RuntimeException e) {
            log.debug("who looks is not known: {}", e.toString());
            people.stream().filter(open::has).forEach(found::add);
        }
        return found;
    }

    private void sendNow(List<AccountId> people, String name, String data) {
        for (var some : parts(people)) {
            try {
                backlog.publish(some, LiveMessage.body(name, data), open.newest());
            } catch (RuntimeException e) {
                log.debug("told in this process alone: {}", e.toString());
                open.tell(new LiveMessage.Addressed(some, new LiveMessage(open.nextId(), name, data)));
            }
        }
    }

    /**
     * A new stream of the person; close it when done.
     *
     * @param after the id of the last event that the client had
     * @return empty when the person or this process has too many
     */
    Optional<LiveStream> open(Actor actor, OptionalLong after) {
        var stream = new LiveStream(actor.account(), actor.session(), this);
        if (!open.add(stream)) {
            return Optional.empty();
        }
        // From here on it is told; what came before is in the backlog.
        stream.begin(after);
        return Optional.of(stream);
    }

    void close(LiveStream stream) {
        open.remove(stream);
    }

    /** What the person missed; while Redis is away that is not known. */
    Backlog.Missed missed(AccountId person, OptionalLong after) {
        try {
            return backlog.join(person, after);
        } catch (RuntimeException e) {
            log.debug("the backlog does not answer: {}", e.toString());
            return new Backlog.Missed(0, after.isPresent(), List.of());
        }
    }

    private void stay() {
        for (var some : parts(open.people())) {
            backlog.stay(some);
        }
    }

    private void endRevoked() {
        open.all().stream().filter(stream -> revoked.contains(stream.session())).forEach(LiveStream::end);
    }

    private static List<List<AccountId>> parts(Collection<AccountId> people) {
        var all = List.copyOf(people);
        var parts = new ArrayList<List<AccountId>>();
        for (int from = 0; from < all.size(); from += Backlog.PEOPLE_MAX) {
            parts.add(all.subList(from, Math.min(all.size(), from + Backlog.PEOPLE_MAX)));
        }
        return parts;
    }

    @Override
    public void start() {
        open.start();
    }

    /** Readers that still wait when the server stops would hold it up. */
    @Override
    public void stop() {
        open.stop();
        channel.close();
    }

    @Override
    public boolean isRunning() {
        return open.running();
    }
}
