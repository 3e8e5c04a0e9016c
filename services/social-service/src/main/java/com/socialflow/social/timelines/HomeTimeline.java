package com.socialflow.social.timelines;

import com.socialflow.platform.auth.Actor;
import com.socialflow.social.homes.Homes;
import com.socialflow.social.homes.ReadyHome;
import com.socialflow.social.homes.ReadyHome.State;
import com.socialflow.social.rules.Surface;
import com.socialflow.social.tags.TagFollows;
import com.socialflow.social.timelines.WayStore.Reader;
import com.socialflow.social.views.PostViews;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * What the people and hashtags bring whom somebody follows. Redis proposes, as far as it knows, and the database
 * decides; for what is older, for who has not been here lately and while Redis is away, the database proposes too.
 */
@Component
class HomeTimeline {

    private static final Logger log = LoggerFactory.getLogger(HomeTimeline.class);

    /**
     * So far back the database looks at first: most people's followees write enough in two days to fill a page, and the
     * fewer rows of each are looked at.
     */
    private static final List<Duration> WINDOWS = List.of(Duration.ofDays(2), Duration.ofDays(30));

    private final WayStore store;
    private final Homes homes;
    private final TagFollows tags;
    private final PostViews views;
    private final Clock clock;

    HomeTimeline(WayStore store, Homes homes, TagFollows tags, PostViews views, Clock clock) {
        this.store = store;
        this.homes = homes;
        this.tags = tags;
        this.views = views;
        this.clock = clock;
    }

    TimelinePage page(Actor actor, Asked asked) {
        var reader = new Reader(actor.account(), tags.of(actor.account()));
        var ready = ready(reader, asked);
        var page = Filling.fill(
                (reach, limit) -> read(reader, ready, reach, limit),
                asked.reach(),
                asked.limit(),
                entries -> views.entries(entries, Optional.of(actor), Surface.HOME));
        return new TimelinePage(page, Positions.complete(ready.deliveredMillis(), clock));
    }

    private ReadyHome ready(Reader reader, Asked asked) {
        var found = homes.read(reader.account());
        return found.state() == State.MISSING && asked.isTop() ? build(reader, found) : found;
    }

    /** While it is read from the database, deliveries reach it already: none falls in between. */
    private ReadyHome build(Reader reader, ReadyHome missing) {
        try {
            var mark = homes.begin(reader.account());
            if (mark.isEmpty()) {
                return missing;
            }
            var ways = fromDatabase(
                    Reach.ALL, Homes.ENTRIES_MAX, (reach, limit) -> store.homeToKeep(reader, reach, limit));
            var entries =
                    ways.stream().map(Way::entry).map(Positions::homeEntry).toList();
            var complete = entries.size() < Homes.ENTRIES_MAX;
            homes.finish(reader.account(), mark.get(), entries, complete);
            return new ReadyHome(State.READY, entries, complete, missing.deliveredMillis());
        } catch (DataAccessResourceFailureException e) {
            log.info("a home timeline is not built: {}", e.toString());
            return missing;
        }
    }

    private Slice read(Reader reader, ReadyHome ready, Reach reach, int limit) {
        if (ready.state() == State.READY) {
            var oldest = oldest(ready);
            if (reach.before() > oldest) {
                return fromRedis(reader, ready, oldest, reach, limit);
            }
        }
        return Slice.ofWays(fromDatabase(reach, limit, (part, rows) -> store.home(reader, part, rows)), limit, reach);
    }

    /** Down to here nothing is missing in Redis. */
    private static long oldest(ReadyHome ready) {
        if (ready.complete()) {
            return 0;
        }
        return ready.entries().isEmpty()
                ? Long.MAX_VALUE
                : ready.entries().getLast().position();
    }

    private Slice fromRedis(Reader reader, ReadyHome ready, long oldest, Reach reach, int limit) {
        var part = new Reach(reach.before(), Math.max(reach.after(), oldest - 1));
        var proposed = ready.entries().stream()
                .filter(entry -> entry.position() < part.before() && entry.position() > part.after())
                .limit(limit)
                .toList();
        var slice = Slice.ofWays(store.home(reader, proposed, part, limit), limit, part);
        return slice.end() && part.after() > reach.after() ? new Slice(slice.entries(), oldest, false) : slice;
    }

    private interface Query {
        List<Way> ways(Reach reach, int limit);
    }

    /** The newest ways, of the last days if these are enough. */
    private List<Way> fromDatabase(Reach reach, int limit, Query query) {
        for (var window : WINDOWS) {
            var since = Positions.before(Math.min(reach.before(), Positions.at(clock.instant())), window);
            if (since <= reach.after()) {
                break;
            }
            var ways = query.ways(new Reach(reach.before(), since), limit);
            if (ways.size() == limit) {
                return ways;
            }
        }
        return query.ways(reach, limit);
    }
}
